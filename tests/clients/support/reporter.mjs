// Tells the tests as the project's other tests are told: a line each, and one for all.

export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    const isTest = data.details?.type !== "suite" && data.name !== data.file;
    if (type === "test:pass" && isTest) {
      passed += 1;
      yield `test ${data.name} ... ok\n`;
    }
    if (type === "test:fail") {
      failed += 1;
      yield `test ${data.name} ... FAILED\n${data.details.error.cause?.stack ?? data.details.error}\n`;
    }
    if (type === "test:stderr" || type === "test:stdout") {
      yield data.message;
    }
  }
  const word = failed === 0 && passed > 0 ? "ok" : "FAILED";
  yield `test result: ${word}. ${passed} passed; ${failed} failed\n`;
}
