// Starts the app after the first frame, then takes care of the service worker.
//
// `eased-tools` fills in the file names, then esbuild minifies. Failures and saving raw data are inline in index.html.
(function () {
  "use strict";
  var here = document.currentScript.src;
  var page = document.documentElement;
  var workers = navigator.serviceWorker;
  var scope = at("./");
  // A page that a worker answered for is not the first of this version.
  var later = Boolean(workers && workers.controller);
  // The files with the phrases of each language, by its tag.
  var files = {{phrases}};
  // Whose phrases this page needs; the first script of the page has chosen.
  var language = page.lang;
  // The lazy parts of the program: by name, the style sheet and all files. The splitter wrote this list.
  var parts = {{parts}};
  // The style sheets of parts that have been requested, as promises.
  var sheets = {};

  function at(name) {
    return new URL(name, here).href;
  }

  function nothing() {}

  // When the browser has a moment, or takes it: one that draws all the time may never have one to spare.
  function soon(then) {
    if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 2000 });
    else setTimeout(then);
  }

  // An answer, or a rejection where it does not come in time: nobody waits for ever.
  function within(ms, answer) {
    return Promise.race([
      answer,
      new Promise(function (_, late) {
        setTimeout(late, ms, new Error("no answer"));
      }),
    ]);
  }

  // ---- the app ----

  function begin() {
    // Said after a while, and taken back should the program arrive after all.
    var late = setTimeout(window.easedFail, 20000, "load");
    ready(function () {
      clearTimeout(late);
      if (page.dataset.fail === "load") {
        delete page.dataset.fail;
        document.getElementById("fail").hidden = document.getElementById("fail-load").hidden = true;
      }
    });
    // Both at once; the glue is handed the real response, so that the browser compiles while it arrives
    // and may keep the compiled code.
    var first = get("{{wasm}}");
    first.catch(nothing);
    var glue = import(at("{{glue}}"));
    // The phrases travel beside the program. Where those of the language cannot be had, others will do.
    var spoken = [language].concat(Object.keys(files)).reduce(function (tried, tag) {
      return tried.catch(function () {
        return within(20000, phrases(tag));
      });
    }, Promise.reject());
    spoken = spoken.then(function (text) {
      window.easedPhrases = text;
    });
    Promise.all([glue, styled("{{styles}}"), spoken])
      .then(function (all) {
        return all[0].default({ module_or_path: first });
      })
      .catch(function (error) {
        // A panic while mounting has spoken already. An app that runs is not torn down by a late error.
        if (page.hasAttribute("data-ready")) return;
        console.error(error);
        return runsWebAssembly().then(function (yes) {
          if (!yes) return window.easedFail("blocked");
          return repair().then(function (yes) {
            if (!yes || !reload()) failed(error);
          });
        });
      });
  }

  // Whether this browser runs WebAssembly at all, by the smallest program that there is: protective ones do not.
  function runsWebAssembly() {
    var smallest = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    return Promise.resolve()
      .then(function () {
        return within(5000, WebAssembly.instantiate(smallest));
      })
      .then(
        function () {
          return true;
        },
        function () {
          return false;
        },
      );
  }

  // Says why the program did not begin.
  function failed(error) {
    if (!(error instanceof WebAssembly.CompileError)) return window.easedFail("load");
    // The browser is too old for the program, or what arrived is none: programs begin with "\0asm".
    within(
      5000,
      fetch(at("{{wasm}}")).then(function (response) {
        return response.arrayBuffer();
      }),
    )
      .then(function (bytes) {
        window.easedFail(new DataView(bytes).getUint32(0) === 0x0061736d ? "old" : "load");
      })
      .catch(function () {
        window.easedFail("load");
      });
  }

  // The response with a file as it was built: a host may send a page of its own for one that it lacks.
  function get(name) {
    // The page may have sent for it ahead; a response is read once.
    var sent = window.easedAhead[name] || fetch(at(name));
    delete window.easedAhead[name];
    return sent.then(function (response) {
      if (!response.ok || /html/.test(response.headers.get("content-type"))) throw new TypeError("no " + name);
      return response;
    });
  }

  // The phrases of a language as the text of its file.
  function phrases(tag) {
    return get(files[tag])
      .then(function (response) {
        return response.text();
      })
      .then(function (text) {
        // A file that was cut off, or another one: the next language is tried.
        if (JSON.parse(text).tag !== tag) throw new TypeError("no phrases of " + tag);
        // The page needs it from now on.
        used.push(files[tag]);
        // A translation that was not reviewed links to the sentences in English.
        if (text.includes('"not_reviewed":{')) used.push("health.html");
        return text;
      });
  }

  // The app loads a part itself, and has its style sheet added here. It waits for both.
  window.easedPartStyles = function (name) {
    var sheet = parts[name] && parts[name].styles;
    if (!sheet) return Promise.resolve();
    return (sheets[name] = sheets[name] || styled(sheet).then(function (applied) {
      // A sheet that did not arrive is requested again where the part is.
      if (!applied) delete sheets[name];
    }));
  };

  // What this page needs beyond the files of a first visit.
  var used = [];
  for (var name in parts) used = used.concat(parts[name].files);

  // The app asks for another language; `then` is told its phrases, or nothing if they cannot be had.
  window.easedFetchPhrases = function (tag, then) {
    within(20000, phrases(tag)).then(
      function (text) {
        // Until the worker has looked, nobody knows whether these phrases are stored.
        delete page.dataset.offline;
        then(text);
        whole();
      },
      function () {
        then();
      },
    );
  };

  // Resolves with whether the sheet is applied. If it does not arrive, the app is worth more without it, and one that
  // comes late is applied then.
  function styled(name) {
    return new Promise(function (done) {
      var link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = at(name);
      link.onload = function () {
        done(true);
      };
      link.onerror = function () {
        link.remove();
        done(false);
      };
      document.head.appendChild(link);
      setTimeout(done, 20000);
    });
  }

  function ready(then) {
    if (page.hasAttribute("data-ready")) return then();
    new MutationObserver(function (_, watching) {
      if (!page.hasAttribute("data-ready")) return;
      watching.disconnect();
      then();
    }).observe(page, { attributes: true });
  }

  // ---- translators ----

  // A browser that translates the page, or an extension, puts another node in the place of a text node that the app still
  // writes to. The text node takes its place again when the app changes it, asks where it is, or removes it; until then the
  // translation is shown. Reading `parentNode` and calling `remove` are the app's ways, so these two are watched.
  //
  // By the node that stands in a text's place, the text; by the text, that node.
  var texts = new WeakMap();
  var places = new WeakMap();
  function standIn(other, text) {
    var first = !places.has(text);
    texts.set(other, text);
    places.set(text, other);
    if (first) returnWhenTouched(text);
  }
  function returnWhenTouched(text) {
    function back() {
      var other = places.get(text);
      places.delete(text);
      changes.disconnect();
      delete text.parentNode;
      delete text.remove;
      if (other.parentNode && !text.isConnected) other.replaceWith(text);
    }
    var changes = new MutationObserver(back);
    changes.observe(text, { characterData: true });
    Object.defineProperty(text, "parentNode", {
      configurable: true,
      get: function () {
        back();
        return text.parentNode;
      },
    });
    text.remove = function () {
      back();
      text.remove();
    };
  }
  new MutationObserver(function (records) {
    var added = new Set();
    records.forEach(function (record) {
      record.addedNodes.forEach(function (node) {
        added.add(node);
      });
    });
    records.forEach(function (record) {
      record.removedNodes.forEach(function (gone) {
        if (gone.isConnected) return;
        // A node that stood in for a text may itself be replaced.
        var text = texts.get(gone);
        if (text && places.get(text) !== gone) return;
        if (!text && gone.nodeType === Node.TEXT_NODE && gone.data.trim()) text = gone;
        if (!text) return;
        // In the same place, in one step or in two.
        var near = [].slice.call(record.addedNodes).concat(record.previousSibling, record.nextSibling);
        var other = near.filter(function (node) {
          return node && added.has(node) && node.isConnected && !texts.has(node);
        })[0];
        if (other) standIn(other, text);
      });
    });
  }).observe(document.body, { childList: true, subtree: true });

  // ---- the system around the page ----

  // Which build this is, for the app to show and to write into sessions.
  page.dataset.build = "{{build}}";

  // Its bar has the colour of what stands below it; a session is dark by day as well.
  var bars = [].slice.call(document.querySelectorAll("[name=theme-color]"));
  new MutationObserver(function () {
    var theme = page.dataset.theme;
    bars.forEach(function (bar, dark) {
      bar.content = page.dataset.session ? "#0c0a09" : (theme ? theme === "dark" : dark) ? "#131110" : "#faf7f0";
    });
  }).observe(page, { attributeFilter: ["data-session", "data-theme"] });

  // How the app comes onto the Home Screen here, as far as one can know; nothing where it is there already.
  var offer;
  function install(how) {
    var alone = matchMedia("(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)").matches;
    if (how && !alone && !navigator.standalone) page.dataset.install = how;
    else delete page.dataset.install;
    document.dispatchEvent(new CustomEvent("eased-install"));
  }
  if (navigator.standalone === false) install("share");
  else if (/Android.*Firefox/.test(navigator.userAgent)) install("menu");
  addEventListener("beforeinstallprompt", function (e) {
    e.preventDefault();
    offer = e;
    install("offer");
  });
  addEventListener("appinstalled", function () {
    install();
  });
  window.easedInstall = function () {
    // An offer can be taken up once.
    install();
    offer.prompt();
  };

  // ---- the worker ----

  // Asks a worker and resolves with its answer, or with nothing after a while.
  function ask(worker, message, patience) {
    return new Promise(function (done) {
      var line = new MessageChannel();
      line.port1.onmessage = function (e) {
        done(e.data);
      };
      worker.postMessage(message, [line.port2]);
      setTimeout(done, patience);
    });
  }

  // Asks the worker to check the files that it stores. Resolves with whether it replaced a damaged one.
  function repair() {
    var worker = workers && workers.controller;
    return worker ? ask(worker, { ask: "repair" }, 20000) : Promise.resolve();
  }
  window.easedRepair = repair;

  // Never twice within ten seconds, by either clock's reckoning.
  var reloading = false;
  function mayReload() {
    try {
      return !reloading && Math.abs(Date.now() - sessionStorage.getItem("eased.reloaded")) > 10000;
    } catch (e) {
      return !reloading;
    }
  }

  // Loads the page anew, unless a session has begun meanwhile; says whether it does.
  function reload() {
    if (!mayReload() || page.hasAttribute("data-session")) return false;
    reloading = true;
    try {
      sessionStorage.setItem("eased.reloaded", String(Date.now()));
    } catch (e) {}
    location.reload();
    return true;
  }

  function reloadWhenTaken() {
    workers.addEventListener("controllerchange", reload);
    setTimeout(reload, 4000);
  }

  // At a cold start a waiting version is taken at once, unless a session is open or somebody else is here:
  // the worker looks for the others. Before the app begins, so that nothing done in it can be lost.
  function coldStart() {
    // Where the page could not be loaded anew, nothing may be taken: it would wait for that for ever.
    if (!workers || !workers.controller || held() || !mayReload()) return Promise.resolve(false);
    return within(1000, workers.getRegistration(scope))
      .then(function (registration) {
        if (!registration || registration.scope !== scope || !registration.waiting) return false;
        return ask(registration.waiting, { ask: "go-if-alone" }, 1000);
      })
      .then(function (going) {
        if (going) reloadWhenTaken();
        return going;
      })
      .catch(nothing);
  }

  // An open session, or storage that cannot tell.
  function held() {
    try {
      return localStorage.getItem("eased.live") !== null;
    } catch (e) {
      return true;
    }
  }

  // Until there is a worker, nobody can promise anything.
  var whole = nothing;

  // The app calls this when the lazy part has been loaded, or could not be.
  window.easedRegister = function () {
    // Once: a part can be requested again.
    window.easedRegister = nothing;
    if (!workers) return;
    workers
      .register(at("sw.js"), { scope: scope, updateViaCache: "none" })
      .then(function (registration) {
        function waiting() {
          if (!registration.waiting || !registration.active) return;
          page.dataset.update = "waiting";
          document.dispatchEvent(new CustomEvent("eased-update"));
        }

        function watch() {
          var next = registration.installing;
          if (next) next.addEventListener("statechange", function () {
            if (next.state === "installed") waiting();
            if (next.state === "activated") whole();
          });
        }

        // Offline is a promise: it is shown only when the worker has looked at every file that this person
        // needs. On the first visit it has not seen the phrases being fetched: it looks for them now.
        whole = function () {
          if (!registration.active) return;
          ask(registration.active, { ask: "whole", page: here, uses: used }, 20000).then(function (yes) {
            if (yes) page.dataset.offline = "ready";
            else delete page.dataset.offline;
            document.dispatchEvent(new CustomEvent("eased-offline"));
          });
        };

        function look() {
          if (!document.hidden) registration.update().catch(nothing);
        }

        window.easedApplyUpdate = function () {
          if (!registration.waiting) return false;
          reloadWhenTaken();
          registration.waiting.postMessage({ ask: "go" });
          return true;
        };

        registration.addEventListener("updatefound", watch);
        watch();
        waiting();
        whole();
        // What only some people need comes later than the first visit, when it is in nobody's way.
        if (later && registration.active) registration.active.postMessage({ ask: "extras" });
        look();
        document.addEventListener("visibilitychange", look);
        setInterval(look, 3600000);
      })
      .catch(nothing);
  };

  Promise.all([window.easedPainted, coldStart()]).then(function (all) {
    if (!all[1]) begin();
  });
  ready(function () {
    // The app loads the lazy part now, then has the worker registered, which finds the files in the browser's cache.
    soon(function () {
      document.dispatchEvent(new CustomEvent("eased-idle"));
    });
  });
})();
