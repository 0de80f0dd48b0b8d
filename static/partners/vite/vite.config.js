// Relative addresses: the built site works in any folder. The target is that of the report.

export default { base: "./", build: { target: "es2022" } };
