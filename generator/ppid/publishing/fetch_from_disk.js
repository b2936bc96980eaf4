/* In place of `fetch` on a page that is opened from a disk, where no file can be read: each file of data lies there as a
   script, of the same name with “.js” after it, that hands its text to its own element. */
globalThis.fetch = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const file = new URL(String(address), document.baseURI);
    file.search = ""; /* the version, which is for caches on the way */
    script.src = `${file.href}.js`;
    script.onerror = () => reject(new TypeError(script.src));
    script.onload = () => {
      const { isi } = /** @type {HTMLScriptElement & { isi?: string }} */ (script);
      script.remove();
      resolve(new Response(isi));
    };
    document.head.append(script);
  });
