// Server-sent events with request headers, which an EventSource cannot send. It has as much of an EventSource's interface as the page uses.

const connecting = 0;
const open = 1;
const closed = 2;

export class KeyedEvents extends EventTarget {
  readyState = connecting;
  #retry = 3000;

  /** Starts to listen; headers() is asked at each connection. */
  constructor(address, headers) {
    super();
    this.#run(address, headers);
  }

  close() {
    this.readyState = closed;
  }

  async #run(address, headers) {
    while (this.readyState !== closed) {
      try {
        const response = await fetch(address, { headers: { accept: "text/event-stream", ...headers() } });
        if (!response.ok) {
          this.readyState = closed;
          await response.body?.cancel();
          this.dispatchEvent(new Event("error"));
          return;
        }
        this.readyState = open;
        await this.#read(response.body);
      } catch {
        // The connection broke: as an EventSource does, it is tried again.
      }
      if (this.readyState !== closed) {
        this.readyState = connecting;
        this.dispatchEvent(new Event("error"));
        await new Promise((resolve) => setTimeout(resolve, this.#retry));
      }
    }
  }

  async #read(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.readyState === closed) {
        await reader.cancel();
        return;
      }
      const frames = (waiting + value).split("\n\n");
      waiting = frames.pop();
      frames.forEach((frame) => this.#tell(frame));
    }
  }

  #tell(frame) {
    const fields = new Map();
    for (const line of frame.split("\n")) {
      const colon = line.indexOf(":");
      if (colon > 0) {
        fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
      }
    }
    if (fields.has("retry")) {
      this.#retry = Number(fields.get("retry"));
    }
    if (fields.has("data")) {
      this.dispatchEvent(new MessageEvent(fields.get("event") ?? "message", { data: fields.get("data") }));
    }
  }
}
