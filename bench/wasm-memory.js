// Notes every memory of WebAssembly that the page or a worker has, because `measureUserAgentSpecificMemory` leaves them
// out. It runs before every other script, in the page and in workers.
{
  const memories = new Set();
  /** A memory that a program brings with it stands among its imports. Others there are proxies, which must not be listed. */
  const imported = (imports) => imports?.env && Object.hasOwn(imports.env, "memory") && imports.env.memory instanceof WebAssembly.Memory && memories.add(imports.env.memory);
  const note = ({ exports }) => Object.values(exports).forEach((value) => value instanceof WebAssembly.Memory && memories.add(value));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      imported(values[1]);
      const result = await original.apply(WebAssembly, values);
      note(result.instance ?? result);
      return result;
    };
  }
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(...values) {
      super(...values);
      note(this);
    }
  };
  const own = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const channel = new BroadcastChannel("wasm-memory");
  if (globalThis.document) {
    const workers = [];
    globalThis.Worker = class extends Worker {
      constructor(...values) {
        super(...values);
        workers.push(this);
      }
    };
    /** Ends all workers: measuring the memory of the next page would wait a minute for them. */
    globalThis.endWorkers = () => workers.forEach((worker) => worker.terminate());
    /** The bytes of all memories, those of workers among them. */
    globalThis.wasmMemory = () =>
      new Promise((resolve) => {
        let [sum, missing] = [own(), workers.length];
        if (missing === 0) resolve(sum);
        channel.onmessage = ({ data }) => {
          sum += data;
          missing -= 1;
          if (missing === 0) resolve(sum);
        };
        channel.postMessage("how much?");
      });
  } else {
    channel.onmessage = () => channel.postMessage(own());
  }
}
