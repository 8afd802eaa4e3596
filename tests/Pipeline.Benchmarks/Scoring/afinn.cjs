// Scores messages with the npm package "sentiment" (AFINN) for some seconds, on one thread, and prints how many it did a second.
// Usage: node afinn.cjs MESSAGES.json SECONDS, with NODE_PATH naming the folder of node_modules.
const Sentiment = require('sentiment');
const messages = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const seconds = Number(process.argv[3]);
const sentiment = new Sentiment();
const run = (limit) => {
  const start = process.hrtime.bigint();
  let done = 0;
  let score = 0;
  while (Number(process.hrtime.bigint() - start) < limit * 1e9) {
    for (const message of messages) score += sentiment.analyze(message).score;
    done += messages.length;
  }
  return done / (Number(process.hrtime.bigint() - start) / 1e9);
};
run(1); // Compiled before it is measured.
console.log(Math.round(run(seconds)));
