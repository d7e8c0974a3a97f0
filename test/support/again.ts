// The wire is tested with real sockets and clocks, and on a busy machine a message may come late. Such a test is run
// once more, and what failed the first time is printed: a fault fails twice.
if (/[\\/]test[\\/]live[\\/]/.test(expect.getState().testPath ?? "")) {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
}
