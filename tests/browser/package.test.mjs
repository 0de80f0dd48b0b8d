// The data package, the description for search engines and the shared picture, looked at by the standards' own
// programs: frictionless (Data Package), csvw (CSV on the Web), libhxl, a JSON-LD processor. No browser is needed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { PNG } from "pngjs";
import { DIST } from "./support/server.mjs";
import { test } from "./support/suite.mjs";

const DATA = join(DIST, "data");
const PYTHON = process.env.OUTREACH_PYTHON ?? fail();

function fail() {
  throw new Error("OUTREACH_PYTHON is not set: run the tests with `cargo xtask test browser`, which installs the validators");
}

/** What a Python program prints. A failure of it is one of the test, with all that it said. */
function python(script, ...words) {
  return execFileSync(PYTHON, ["-c", script, ...words], { cwd: DATA, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("frictionless finds the data package whole", () => {
  const said = JSON.parse(python(`
import json
from frictionless import Package
package = Package("datapackage.json")
report = package.validate()
print(json.dumps({
    "valid": report.valid,
    "errors": report.flatten(["title", "rowNumber", "fieldName", "note"]),
    "rows": {task.name: task.stats.get("rows") for task in report.tasks},
    "linked": sum(len(resource.schema.foreign_keys) for resource in package.resources),
}))`));
  assert.deepEqual(said.errors, []);
  assert.equal(said.valid, true);
  const { activities, donors, projects } = JSON.parse(readFileSync(join(DATA, "activities.json")));
  assert.equal(said.rows.activities, activities.length);
  assert.equal(said.rows.reach, activities.flatMap((activity) => activity.reach ?? []).length);
  assert.deepEqual([said.rows.donors, said.rows.projects], [donors.length, projects.length]);
  assert.ok(said.linked > 20, `only ${said.linked} columns name rows of other tables`);
});

test("each part of the data package keeps to the published profile of version 2", () => {
  // The profiles are files of dplib, which is not itself asked. frictionless checks by a model of its own.
  const said = JSON.parse(python(`
import json
from importlib.metadata import files
from jsonschema import Draft7Validator
profiles = {file.stem: Draft7Validator(json.loads(file.read_text())) for file in files("dplib-py") if "profiles/2.0/" in str(file)}
package = json.load(open("datapackage.json"))
tables = [resource for resource in package["resources"] if "schema" in resource]
def found(package):
    asked = [("datapackage", package)]
    asked += [("dataresource", resource) for resource in package["resources"]]
    asked += [("tableschema", resource["schema"]) for resource in tables]
    asked += [("tabledialect", resource["dialect"]) for resource in tables if "dialect" in resource]
    return [f"{profile} {error.json_path}: {error.message}" for profile, part in asked for error in profiles[profile].iter_errors(part)]
wrong = json.loads(json.dumps(package))
wrong["contributors"] = "somebody"
wrong["resources"][0]["name"] = 7
print(json.dumps({"schema": package["$schema"], "tables": len(tables), "found": found(package), "wrong": len(found(wrong))}))`));
  assert.equal(said.schema, "https://datapackage.org/profiles/2.0/datapackage.json");
  assert.deepEqual(said.found, []);
  assert.ok(said.tables > 10, `only ${said.tables} tables`);
  assert.ok(said.wrong >= 2, "the profiles find nothing in a package that is wrong");
});

test("frictionless notices a row that names nothing", () => {
  // So that the test above is known to look at the links between tables.
  const said = JSON.parse(python(`
import json, pathlib, shutil, tempfile
from frictionless import Package, system
with tempfile.TemporaryDirectory() as folder:
    for file in pathlib.Path(".").glob("*.*"):
        shutil.copy(file, folder)
    with open(pathlib.Path(folder) / "reach.csv", "a", newline="") as table:
        table.write("nobody,1,,,5,exact,,reached,,,,\\r\\n")
    report = Package(str(pathlib.Path(folder) / "datapackage.json")).validate()
    print(json.dumps(report.flatten(["type"])))`));
  assert.deepEqual(said, [["foreign-key"]]);
});

test("csvw finds the tables as they are described", () => {
  // A record without a project names none: foreign keys may be empty.
  const said = python(`
import csvw
tables = csvw.CSVW("csv-metadata.json", validate=True, strict=False)
print(tables.is_valid, [str(warning.message) for warning in tables.warnings])`);
  assert.equal(said.trim(), "True []");
});

test("libhxl reads the hashtags and finds no error", () => {
  const said = JSON.parse(python(`
import json, hxl
from hxl.input import InputOptions
report = hxl.validate(hxl.data("outreach-hxl.csv", InputOptions(allow_local=True)))
print(json.dumps({key: report["stats"][key] for key in ["error", "warning"]}))`));
  // It also suggests to look at numbers that are much larger than the others; they are so.
  assert.deepEqual(said, { error: 0, warning: 0 });
});

test("a JSON-LD processor reads the page's description as a dataset", async () => {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  const [, text] = page.match(/<script type="application\/ld\+json">([^<]*)<\/script>/);
  // The vocabulary itself lies elsewhere; a context that gives each word its full name stands for it.
  const documentLoader = async (url) => {
    assert.equal(url, "https://schema.org/");
    const context = { "@vocab": "https://schema.org/", url: { "@type": "@id" }, contentUrl: { "@type": "@id" }, license: { "@type": "@id" } };
    return { documentUrl: url, document: { "@context": context } };
  };
  const base = "https://reports.example.org/outreach/";
  const [dataset] = await jsonld.expand(JSON.parse(text), { documentLoader, base, safe: true });
  const of = (name) => dataset[`https://schema.org/${name}`].map((value) => value["@id"] ?? value["@value"] ?? value);
  assert.deepEqual(dataset["@type"], ["https://schema.org/Dataset"]);
  assert.deepEqual(of("license"), ["https://creativecommons.org/licenses/by/4.0/"]);
  assert.ok(of("name")[0] && of("description")[0].length >= 50);
  const files = of("distribution").map((file) => file["https://schema.org/contentUrl"][0]["@id"]);
  for (const file of files) {
    assert.ok(file.startsWith(base), file);
    assert.ok(readFileSync(join(DIST, file.slice(base.length))).length > 0);
  }
  assert.equal(files.length, 3);
});

test("the shared picture has its size and something on it", () => {
  const picture = PNG.sync.read(readFileSync(join(DIST, "picture.png")));
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  const dark = (from, to) => {
    let count = 0;
    for (let at = from * picture.width * 4; at < to * picture.width * 4; at += 4) count += picture.data[at] < 100 ? 1 : 0;
    return count;
  };
  // Words above, columns below.
  assert.ok(dark(120, 320) > 5_000, "there is no headline: is a font installed?");
  assert.ok(dark(380, 560) > 2_000, "there are no columns");
});
