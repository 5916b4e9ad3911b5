// Lets the browser keep the site for later. Over plain HTTP and from a disk there is no such thing, and the page does without.
// Of a new version the program is told, and it says when that is wanted: src/browser/page.rs.
addEventListener("load", async () => {
  try {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const rules = { createScriptURL: () => "sw.js" };
    const script = window.trustedTypes ? trustedTypes.createPolicy("yaodian", rules).createScriptURL("") : "sw.js";
    const site = await workers.register(script);
    const offer = () => {
      document.documentElement.setAttribute("data-new-version", "");
      dispatchEvent(new Event("yaodian-new-version"));
    };
    // The first that comes is no newer one.
    const watch = (coming, isFirst) =>
      coming.addEventListener("statechange", () => coming.state === "installed" && !isFirst && offer());
    if (site.waiting && site.active) offer();
    if (site.installing) watch(site.installing, !site.active);
    site.addEventListener("updatefound", () => watch(site.installing, !site.active));
    addEventListener("yaodian-renew", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      if (site.waiting) site.waiting.postMessage("renew");
      else location.reload();
    });
  } catch (error) {
    console.warn(error);
  }
});
