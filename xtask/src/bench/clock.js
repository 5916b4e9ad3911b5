// Runs in every page before the page itself. What it measures stands in `bench`, in milliseconds.
{
  const bench = (window.bench = { drawn: null, painted: null, kept: null });
  const channel = new MessageChannel();
  let start = 0;
  let afterFrame = () => {};
  channel.port1.onmessage = () => afterFrame();

  // A frame calls its callbacks, then lays out and paints; the message is delivered after that.
  const whenPainted = (then) =>
    requestAnimationFrame(() => {
      afterFrame = then;
      channel.port2.postMessage(null);
    });

  // Measures from the next event of this name until the page is painted.
  bench.watch = (event) => {
    bench.painted = bench.kept = null;
    const begin = () => {
      start = performance.now();
      whenPainted(() => (bench.painted = performance.now() - start));
    };
    addEventListener(event, begin, { capture: true, once: true });
  };

  // Measures from setting the address until there is such an element, and it is painted.
  bench.open = (address, selector) => {
    bench.painted = null;
    start = performance.now();
    location.hash = address;
    const look = () => {
      if (!document.querySelector(selector)) return void requestAnimationFrame(look);
      afterFrame = () => (bench.painted = performance.now() - start);
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };

  // When there were so many rows, as far as it is known.
  let rows = [];
  bench.whole = (wanted) => rows.find(([count]) => count === wanted)?.[1] ?? null;
  const count = () => {
    const there = document.querySelectorAll("#app:not([data-prerendered]) li.measure").length;
    if (there !== rows[rows.length - 1]?.[0]) rows.push([there, performance.now()]);
    // When none came for a while, all are there, and looking for more would take its time.
    if (there === 0 || performance.now() - rows[rows.length - 1][1] < 1000) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);

  // The clock of a page begins with its navigation.
  const list = () => {
    if (!document.querySelector("#app:not([data-prerendered]) li.measure")) return void requestAnimationFrame(list);
    afterFrame = () => (bench.drawn = performance.now());
    channel.port2.postMessage(null);
  };
  requestAnimationFrame(list);

  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (key.includes("/ledger/")) bench.kept = performance.now() - start;
  };
}
