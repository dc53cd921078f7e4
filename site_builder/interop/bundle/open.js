// Opens the bundle: asks for the passphrase, then shows page after page in a frame without rights.
(function () {
  "use strict";
  var facts = JSON.parse(document.getElementById("facts").textContent), ORIGIN = facts.origin;
  var form = document.querySelector("form"), field = document.getElementById("passphrase");
  var said = document.getElementById("said"), button = form.querySelector("button");
  var key = null, files = {}, opened = {}, kept = {}, frame = null, visited = [], at = 0, asked = Promise.resolve();
  var TYPES = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", avif: "image/avif", svg: "image/svg+xml", woff2: "font/woff2", pdf: "application/pdf", ics: "text/calendar", json: "application/json", csv: "text/csv" };
  var CHANGED = "This file was changed or damaged after it was made. Ask its sender for a new copy.";

  function say(text, wrong) {
    said.textContent = text;
    said.className = wrong ? "wrong" : "";
  }

  function encode(text) { return new TextEncoder().encode(text); }
  function decode(bytes) { return new TextDecoder().decode(bytes); }
  function fromBase64(text) { return Uint8Array.from(atob(text), function (one) { return one.charCodeAt(0); }); }

  function derive(passphrase) {
    var subtle = crypto.subtle, salt = fromBase64(facts.salt);
    return subtle.importKey("raw", encode(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]).then(function (material) {
      var how = { name: "PBKDF2", hash: "SHA-256", salt: salt, iterations: facts.iterations };
      return subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    });
  }

  // A block's number is its nonce: in another place, or changed by one bit, it does not open.
  function decrypt(number) {
    var block = document.getElementById("block-" + number), iv = new Uint8Array(12);
    if (!block) return Promise.reject(new Error(CHANGED));
    new DataView(iv.buffer).setUint32(8, number);
    var how = { name: "AES-GCM", iv: iv, additionalData: encode(facts.context) };
    return crypto.subtle.decrypt(how, key, fromBase64(block.textContent));
  }

  function open(number) {
    opened[number] = opened[number] || decrypt(number).then(function (data) {
      return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
    }).catch(function () { throw new Error(CHANGED); });
    return opened[number];
  }

  function file(address) {
    var place = Object.hasOwn(files, address) ? files[address] : null;
    if (!place) return Promise.reject(new Error("There is no " + address + " in this file."));
    return open(place[0]).then(function (data) { return new Uint8Array(data, place[1], place[2]); });
  }
  function text(address) { return file(address).then(decode); }

  function dataUrl(address) {
    return file(address).then(function (bytes) {
      return new Promise(function (resolve) {
        var reader = new FileReader();
        reader.onload = function () { resolve(reader.result); };
        reader.readAsDataURL(new Blob([bytes], { type: TYPES[address.split(".").pop()] || "" }));
      });
    });
  }

  // The address in the bundle that a link on a page means, or nothing if it leads elsewhere.
  function inside(link, page) {
    var url = new URL(link, ORIGIN + page);
    if (url.href.indexOf(ORIGIN) !== 0) return "";
    var address = decodeURIComponent(url.pathname.slice(1));
    return address === "" || address.endsWith("/") ? address + "index.html" : address;
  }

  function styled(address) {
    return text(address).then(function (css) {
      var urls = css.match(/url\(\s*["']?[^"')]+/g) || [];
      return Promise.all(urls.map(function (found) {
        var link = found.replace(/^url\(\s*["']?/, "");
        return Object.hasOwn(files, inside(link, address)) ? dataUrl(inside(link, address)).then(function (data) {
          css = css.split(found).join(found.replace(link, data));
        }) : null;
      })).then(function () { return css; });
    });
  }

  // A page with everything in it: styles and scripts by nonce, pictures as data, no policy but ours.
  function whole(html, address) {
    var page = new DOMParser().parseFromString(html, "text/html"), work = [];
    function each(selector, change) { page.querySelectorAll(selector).forEach(change); }
    function instead(old, name, content) {
      var made = page.createElement(name);
      Array.from(old.attributes).forEach(function (one) {
        if (["src", "href", "rel"].indexOf(one.name) < 0) made.setAttribute(one.name, one.value);
      });
      made.setAttribute("nonce", facts.nonce);
      made.textContent = content;
      old.replaceWith(made);
      return made;
    }
    // A file that the site does not have leaves its place empty; one that was changed stops everything.
    function take(address, read, use) { if (Object.hasOwn(files, address)) work.push(read(address).then(use)); }
    each("meta[http-equiv], base, link:not([rel=stylesheet])", function (one) { one.remove(); });
    each("link[rel=stylesheet]", function (link) {
      take(inside(link.getAttribute("href"), address), styled, function (css) { instead(link, "style", css); });
    });
    each("script[src]", function (script) {
      var source = inside(script.getAttribute("src"), address), made = instead(script, "script", "");
      made.dataset.src = ORIGIN + source;
      if (script.defer) page.body.append(made);
      take(source, text, function (code) { made.textContent = code.replace(/<\/script/gi, "<\\/script"); });
    });
    each("img[src]", function (image) {
      take(inside(image.getAttribute("src"), address), dataUrl, function (data) { image.setAttribute("src", data); });
    });
    each("[data-search]", function (one) { one.dataset.search = ORIGIN; });
    return Promise.all(work).then(function () {
      var base = page.createElement("base"), script = page.createElement("script"), here = page.createElement("script");
      base.setAttribute("href", ORIGIN + address);
      script.setAttribute("nonce", facts.nonce);
      script.textContent = facts.frame;
      here.type = "application/json";
      here.id = "doorstep-here";
      here.textContent = JSON.stringify({ origin: ORIGIN, nonce: facts.nonce, kept: kept, hash: visited[at].hash, y: visited[at].y }).replace(/</g, "\\u003c");
      page.head.prepend(base, here, script);
      return { html: "<!doctype html>\n" + page.documentElement.outerHTML, title: page.title };
    });
  }

  // Every page has a frame of its own, so that the browser's history has our entries alone.
  function show() {
    var here = visited[at], address = Object.hasOwn(files, here.address) ? here.address : "404.html";
    return text(address).then(function (html) { return whole(html, address); }).then(function (page) {
      var next = document.createElement("iframe"), before = frame;
      if (visited[at] !== here) return;
      next.setAttribute("sandbox", "allow-scripts allow-modals allow-popups allow-popups-to-escape-sandbox");
      next.setAttribute("allow", "clipboard-write");
      next.className = "next";
      next.title = page.title;
      next.srcdoc = page.html;
      next.onload = function () {
        next.className = "";
        if (before) before.remove();
        next.contentWindow.focus();
        next.contentWindow.postMessage({ shown: true }, "*");
      };
      frame = next;
      document.body.append(next);
    }).catch(stop);
  }

  function stop(error) {
    document.querySelectorAll("iframe").forEach(function (one) { one.remove(); });
    frame = null;
    say(error.message, true);
  }

  function go(link) {
    var url = new URL(link, ORIGIN + visited[at].address), address = inside(link, visited[at].address);
    if (address && !/\.html$/.test(address) && Object.hasOwn(files, address)) return save(address);
    visited.length = at + 1;
    visited.push({ address: address, hash: url.hash, y: 0 });
    at += 1;
    history.pushState(at, ""); // a number: no address of a page reaches the browser's history
    return show();
  }

  function save(address) {
    return file(address).then(function (bytes) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: TYPES[address.split(".").pop()] || "application/octet-stream" }));
      link.download = address.split("/").pop();
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }).catch(stop);
  }

  // What the frame may ask for: another page, a letter or a call, the text of a file, to keep a choice
  // or its place.
  addEventListener("message", function (event) {
    var asks = event.data;
    if (!frame || event.source !== frame.contentWindow || !asks) return;
    if (typeof asks.go === "string") go(asks.go);
    if (/^(mailto|tel):/.test(asks.out)) location.href = asks.out;
    if (typeof asks.y === "number") visited[at].y = asks.y;
    if (asks.kept) kept = asks.kept;
    if (typeof asks.read === "string") {
      asked = asked.then(function () { return text(inside(asks.read, visited[at].address)); }).then(
        function (found) { event.source.postMessage({ read: asks.number, text: found }, "*"); },
        function () { event.source.postMessage({ read: asks.number, text: null }, "*"); }
      );
    }
  });

  addEventListener("popstate", function (event) {
    if (!frame) return;
    at = Math.min(Number(event.state) || 0, visited.length - 1);
    show();
  });

  function unlock(passphrase) {
    return derive(passphrase).then(function (made) {
      key = made;
      return decrypt(0);
    }).catch(function () {
      throw new Error("This passphrase does not open the file. Capital letters and spaces count.");
    }).then(function () { return open(1); }).then(function (data) {
      files = JSON.parse(decode(data)).files;
      visited = [{ address: "index.html", hash: "", y: 0 }];
      history.replaceState(0, "");
      form.remove();
      say("");
      return show();
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    button.disabled = true;
    say("Opening …");
    unlock(field.value).catch(function (error) {
      button.disabled = false;
      say(error.message, true);
      field.select();
    });
  });
  document.getElementById("seen").addEventListener("change", function (event) {
    field.type = event.target.checked ? "text" : "password";
  });
  if (window.isSecureContext && window.DecompressionStream && Object.hasOwn) button.disabled = false;
  else say("This browser cannot open it: use a current Firefox, Chrome, Edge or Safari.", true);
})();
