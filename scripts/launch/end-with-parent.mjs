// Preloaded into the server: when the process that started it dies, even by SIGKILL, the channel between them closes and the server ends as on SIGTERM.
const secondsToDrain = 15;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), secondsToDrain * 1000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
