// Starts the app after the first paint and registers the service worker.
//
// `eased-tools` fills in the file names, then esbuild minifies. Failure messages and saving raw data are inline in
// index.html.
(function () {
  "use strict";
  var scriptUrl = document.currentScript.src;
  var page = document.documentElement;
  var workers = navigator.serviceWorker;
  var scope = urlOf("./");
  // Whether a service worker controls the page: then this is not the first visit.
  var isControlled = Boolean(workers && workers.controller);
  // The file with the phrases of each language, by language tag.
  var phraseFiles = {{phrases}};
  // The language of this page, chosen by the first script in index.html.
  var language = page.lang;
  // The lazy parts of the program: name to style sheet and all files.
  var parts = {{parts}};
  // The promises of requested style sheets, by part.
  var partSheets = {};

  function urlOf(name) {
    return new URL(name, scriptUrl).href;
  }

  function noop() {}

  // Calls `then` when the browser is idle, at the latest after 2 s, because a browser that paints all the time is
  // never idle.
  function whenIdle(then) {
    if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 2000 });
    else setTimeout(then);
  }

  // Rejects if the promise does not settle in time.
  function withTimeout(ms, promise) {
    return Promise.race([
      promise,
      new Promise(function (_, reject) {
        setTimeout(reject, ms, new Error("timeout"));
      }),
    ]);
  }

  // ---- the app ----

  function startApp() {
    // A message after 20 s, removed again if the app starts later.
    var loadTimer = setTimeout(window.easedFail, 20000, "load");
    whenReady(function () {
      clearTimeout(loadTimer);
      if (page.dataset.fail === "load") {
        delete page.dataset.fail;
        document.getElementById("fail").hidden = document.getElementById("fail-load").hidden = true;
      }
    });
    // In parallel. The glue code gets the response itself, so that the browser compiles while it downloads and can
    // cache the compiled code.
    var wasm = fetchFile("{{wasm}}");
    wasm.catch(noop);
    var glue = import(urlOf("{{glue}}"));
    // The phrases are loaded in parallel as well. If those of the page's language cannot be loaded, another language
    // is used.
    var phrasesLoaded = [language].concat(Object.keys(phraseFiles)).reduce(function (tried, tag) {
      return tried.catch(function () {
        return withTimeout(20000, fetchPhrases(tag));
      });
    }, Promise.reject());
    phrasesLoaded = phrasesLoaded.then(function (text) {
      window.easedPhrases = text;
    });
    Promise.all([glue, loadStyleSheet("{{styles}}"), phrasesLoaded])
      .then(function (all) {
        return all[0].default({ module_or_path: wasm });
      })
      .catch(function (error) {
        // A panic while mounting has shown its own message. A late error must not replace a running app with a message.
        if (page.hasAttribute("data-ready")) return;
        console.error(error);
        return runsWebAssembly().then(function (yes) {
          if (!yes) return window.easedFail("blocked");
          return repair().then(function (yes) {
            if (!yes || !reload()) reportStartFailure(error);
          });
        });
      });
  }

  // Whether this browser runs WebAssembly at all, tested with an empty module: some privacy settings disable it.
  function runsWebAssembly() {
    var emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    return Promise.resolve()
      .then(function () {
        return withTimeout(5000, WebAssembly.instantiate(emptyModule));
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

  // Shows a message that says why the app did not start.
  function reportStartFailure(error) {
    if (!(error instanceof WebAssembly.CompileError)) return window.easedFail("load");
    // Either the browser is too old for the module, or the response is not a module: modules begin with "\0asm".
    withTimeout(
      5000,
      fetch(urlOf("{{wasm}}")).then(function (response) {
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

  // The response with a file. A host may send an HTML page for a file that is missing.
  function fetchFile(name) {
    // index.html may have requested it already. A response can be read only once.
    var request = window.easedPrefetches[name] || fetch(urlOf(name));
    delete window.easedPrefetches[name];
    return request.then(function (response) {
      if (!response.ok || /html/.test(response.headers.get("content-type"))) throw new TypeError("no " + name);
      return response;
    });
  }

  // The phrases of a language as the text of the JSON file.
  function fetchPhrases(tag) {
    return fetchFile(phraseFiles[tag])
      .then(function (response) {
        return response.text();
      })
      .then(function (text) {
        // A truncated or wrong file: the next language is tried.
        if (JSON.parse(text).tag !== tag) throw new TypeError("no phrases of " + tag);
        // The page needs this file offline from now on.
        usedFiles.push(phraseFiles[tag]);
        // A translation that was not reviewed links to the health sentences in English.
        if (text.includes('"not_reviewed":{')) usedFiles.push("health.html");
        return text;
      });
  }

  // The app loads the modules of a part itself and calls this for the style sheet. It waits for both.
  window.easedLoadPartStyles = function (name) {
    var sheet = parts[name] && parts[name].styles;
    if (!sheet) return Promise.resolve();
    return (partSheets[name] = partSheets[name] || loadStyleSheet(sheet).then(function (applied) {
      // A style sheet that failed is requested again with the part.
      if (!applied) delete partSheets[name];
    }));
  };

  // The files that this page needs offline besides the precached ones.
  var usedFiles = [];
  for (var name in parts) usedFiles = usedFiles.concat(parts[name].files);

  // The app calls this for another language. `then` gets its phrases, or nothing if they cannot be loaded.
  window.easedFetchPhrases = function (tag, then) {
    withTimeout(20000, fetchPhrases(tag)).then(
      function (text) {
        // Unknown until the worker has checked whether these phrases are stored.
        delete page.dataset.offline;
        then(text);
        checkOfflineReady();
      },
      function () {
        then();
      },
    );
  };

  // Resolves with whether the style sheet is applied. Never rejects, because the app without it is better than no
  // app; one that takes longer than 20 s is still applied when it arrives.
  function loadStyleSheet(name) {
    return new Promise(function (done) {
      var link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = urlOf(name);
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

  function whenReady(then) {
    if (page.hasAttribute("data-ready")) return then();
    new MutationObserver(function (_, observer) {
      if (!page.hasAttribute("data-ready")) return;
      observer.disconnect();
      then();
    }).observe(page, { attributes: true });
  }

  // ---- translators ----

  // A browser or extension that translates the page replaces text nodes to which the app still writes. The original
  // text node is put back when the app changes it, reads its position, or removes it; until then the translation is
  // shown. The app reads `parentNode` and calls `remove`, so these two are overridden.
  //
  // `originalTexts` maps a replacement to the original text node, `replacements` the other way.
  var originalTexts = new WeakMap();
  var replacements = new WeakMap();
  function setReplacement(replacement, text) {
    var isFirst = !replacements.has(text);
    originalTexts.set(replacement, text);
    replacements.set(text, replacement);
    if (isFirst) restoreWhenUsed(text);
  }
  function restoreWhenUsed(text) {
    function restore() {
      var replacement = replacements.get(text);
      replacements.delete(text);
      observer.disconnect();
      delete text.parentNode;
      delete text.remove;
      if (replacement.parentNode && !text.isConnected) replacement.replaceWith(text);
    }
    var observer = new MutationObserver(restore);
    observer.observe(text, { characterData: true });
    Object.defineProperty(text, "parentNode", {
      configurable: true,
      get: function () {
        restore();
        return text.parentNode;
      },
    });
    text.remove = function () {
      restore();
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
      record.removedNodes.forEach(function (removed) {
        if (removed.isConnected) return;
        // A replacement may be replaced again.
        var text = originalTexts.get(removed);
        if (text && replacements.get(text) !== removed) return;
        if (!text && removed.nodeType === Node.TEXT_NODE && removed.data.trim()) text = removed;
        if (!text) return;
        // The replacement is at the same position. It may have been added before or after the text was removed.
        var candidates = [].slice.call(record.addedNodes).concat(record.previousSibling, record.nextSibling);
        var replacement = candidates.filter(function (node) {
          return node && added.has(node) && node.isConnected && !originalTexts.has(node);
        })[0];
        if (replacement) setReplacement(replacement, text);
      });
    });
  }).observe(document.body, { childList: true, subtree: true });

  // ---- browser and system UI ----

  // The build id, which the app shows and stores with sessions.
  page.dataset.build = "{{build}}";

  // The colour of the browser's toolbar follows the page. A session is dark in the light theme as well.
  var themeColors = [].slice.call(document.querySelectorAll("[name=theme-color]"));
  new MutationObserver(function () {
    var theme = page.dataset.theme;
    themeColors.forEach(function (meta, isDark) {
      meta.content = page.dataset.session ? "#0c0a09" : (theme ? theme === "dark" : isDark) ? "#131110" : "#faf7f0";
    });
  }).observe(page, { attributeFilter: ["data-session", "data-theme"] });

  // How the app can be installed in this browser, as far as this can be detected; not set if it is installed.
  var installPrompt;
  function setInstallMethod(method) {
    var isInstalled = matchMedia("(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)").matches;
    if (method && !isInstalled && !navigator.standalone) page.dataset.install = method;
    else delete page.dataset.install;
    document.dispatchEvent(new CustomEvent("eased-install"));
  }
  if (navigator.standalone === false) setInstallMethod("share-sheet");
  else if (/Android.*Firefox/.test(navigator.userAgent)) setInstallMethod("firefox-menu");
  addEventListener("beforeinstallprompt", function (e) {
    e.preventDefault();
    installPrompt = e;
    setInstallMethod("prompt");
  });
  addEventListener("appinstalled", function () {
    setInstallMethod();
  });
  window.easedInstall = function () {
    // The prompt can be shown only once.
    setInstallMethod();
    installPrompt.prompt();
  };

  // ---- service worker ----

  // Sends a message to a worker. Resolves with its answer, or with nothing after the timeout.
  function ask(worker, message, timeoutMs) {
    return new Promise(function (done) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (e) {
        done(e.data);
      };
      worker.postMessage(message, [channel.port2]);
      setTimeout(done, timeoutMs);
    });
  }

  // Asks the worker to verify the files that it stores. Resolves with whether it replaced a missing or damaged one.
  function repair() {
    var worker = workers && workers.controller;
    return worker ? ask(worker, { ask: "repair" }, 20000) : Promise.resolve();
  }
  window.easedRepair = repair;

  // At most one reload in ten seconds. `Math.abs`, because the clock may have been set back.
  var reloading = false;
  function mayReload() {
    try {
      return !reloading && Math.abs(Date.now() - sessionStorage.getItem("eased.reloaded")) > 10000;
    } catch (e) {
      return !reloading;
    }
  }

  // Reloads the page unless a session is open. Returns whether it does.
  function reload() {
    if (!mayReload() || page.hasAttribute("data-session")) return false;
    reloading = true;
    try {
      sessionStorage.setItem("eased.reloaded", String(Date.now()));
    } catch (e) {}
    location.reload();
    return true;
  }

  function reloadWhenActivated() {
    workers.addEventListener("controllerchange", reload);
    setTimeout(reload, 4000);
  }

  // Activates a waiting version at a cold start, unless a session or another tab is open (the worker checks the
  // tabs). This is done before the app starts, so that nothing done in it can be lost.
  function activateWaitingVersion() {
    // Not if the page may not reload: it would wait for the reload forever.
    if (!workers || !workers.controller || mayHaveOpenSession() || !mayReload()) return Promise.resolve(false);
    return withTimeout(1000, workers.getRegistration(scope))
      .then(function (registration) {
        if (!registration || registration.scope !== scope || !registration.waiting) return false;
        return ask(registration.waiting, { ask: "go-if-alone" }, 1000);
      })
      .then(function (activates) {
        if (activates) reloadWhenActivated();
        return activates;
      })
      .catch(noop);
  }

  // Whether a session is stored as unfinished, or storage cannot be read.
  function mayHaveOpenSession() {
    try {
      return localStorage.getItem("eased.live") !== null;
    } catch (e) {
      return true;
    }
  }

  // Does nothing until the worker is registered: without it the app does not work offline.
  var checkOfflineReady = noop;

  // The app calls this when the lazy part has been loaded or has failed to load.
  window.easedRegisterWorker = function () {
    // Only once, because a part that failed can be requested again.
    window.easedRegisterWorker = noop;
    if (!workers) return;
    workers
      .register(urlOf("sw.js"), { scope: scope, updateViaCache: "none" })
      .then(function (registration) {
        function reportWaiting() {
          if (!registration.waiting || !registration.active) return;
          page.dataset.update = "waiting";
          document.dispatchEvent(new CustomEvent("eased-update"));
        }

        function watchInstalling() {
          var worker = registration.installing;
          if (worker) worker.addEventListener("statechange", function () {
            if (worker.state === "installed") reportWaiting();
            if (worker.state === "activated") checkOfflineReady();
          });
        }

        // The app is shown as ready for offline use only when the worker has verified every file that this page
        // needs. On the first visit the worker did not see the request for the phrases, so it loads them now.
        checkOfflineReady = function () {
          if (!registration.active) return;
          ask(registration.active, { ask: "whole", page: scriptUrl, uses: usedFiles }, 20000).then(function (yes) {
            if (yes) page.dataset.offline = "ready";
            else delete page.dataset.offline;
            document.dispatchEvent(new CustomEvent("eased-offline"));
          });
        };

        function checkForUpdate() {
          if (!document.hidden) registration.update().catch(noop);
        }

        window.easedApplyUpdate = function () {
          if (!registration.waiting) return false;
          reloadWhenActivated();
          registration.waiting.postMessage({ ask: "go" });
          return true;
        };

        registration.addEventListener("updatefound", watchInstalling);
        watchInstalling();
        reportWaiting();
        checkOfflineReady();
        // Files that are not needed at once are stored at a later visit, when they do not compete with the app's own
        // files.
        if (isControlled && registration.active) registration.active.postMessage({ ask: "extras" });
        checkForUpdate();
        document.addEventListener("visibilitychange", checkForUpdate);
        setInterval(checkForUpdate, 3600000);
      })
      .catch(noop);
  };

  Promise.all([window.easedPainted, activateWaitingVersion()]).then(function (all) {
    if (!all[1]) startApp();
  });
  whenReady(function () {
    // The app now loads the lazy part and then registers the worker, which finds the files in the HTTP cache.
    whenIdle(function () {
      document.dispatchEvent(new CustomEvent("eased-idle"));
    });
  });
})();
