// Work that is asked for more often than it should be done.

const afterFailure = 3000;

/**
 * Makes work that is asked for several times in a short while happen once, and never twice at the same time, so that a late answer
 * cannot undo a newer one. Work that fails is tried again.
 */
export function coalesced(work, wait, failed) {
  let timer = 0;
  let running = false;
  let again = false;
  const ask = (delay = wait) => {
    if (running) {
      again = true;
    } else {
      timer ||= setTimeout(run, delay);
    }
  };
  const run = async () => {
    timer = 0;
    running = true;
    again = false;
    let delay = wait;
    try {
      await work();
    } catch {
      failed();
      again = true;
      delay = afterFailure;
    } finally {
      running = false;
    }
    if (again) {
      ask(delay);
    }
  };
  return ask;
}
