// Lets the browser keep the site for later. Over plain HTTP and from a disk there is no such thing, and the page does without.
// Of a new version the program is told, and it says when that is wanted: src/browser/page.rs.
addEventListener("load", async () => {
  try {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const rules = { createScriptURL: () => "sw.js" };
    const script = window.trustedTypes ? trustedTypes.createPolicy("yaodian", rules).createScriptURL("") : "sw.js";
    const site = await workers.register(script);
    const tell = () => {
      if (!site.waiting || !workers.controller) return;
      document.documentElement.setAttribute("data-new-version", "");
      dispatchEvent(new Event("yaodian-new-version"));
    };
    tell();
    site.addEventListener("updatefound", () => {
      const coming = site.installing;
      coming.addEventListener("statechange", () => coming.state === "installed" && tell());
    });
    addEventListener("yaodian-renew", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      if (site.waiting) site.waiting.postMessage("renew");
      else location.reload();
    });
  } catch (error) {
    console.warn(error);
  }
});
