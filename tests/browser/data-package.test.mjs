// The data package, the description for search engines and the preview picture, checked with the programs of the standards:
// frictionless (Data Package), csvw (CSV on the Web), libhxl, and a JSON-LD processor. No browser is needed.

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

/** The output of a Python program. If it fails, the test fails with the program's error output. */
function python(script, ...values) {
  return execFileSync(PYTHON, ["-c", script, ...values], { cwd: DATA, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("frictionless finds the data package valid", () => {
  const result = JSON.parse(python(`
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
  assert.deepEqual(result.errors, []);
  assert.equal(result.valid, true);
  const { activities, donors, projects } = JSON.parse(readFileSync(join(DATA, "activities.json")));
  assert.equal(result.rows.activities, activities.length);
  assert.equal(result.rows.reach, activities.flatMap((activity) => activity.reach ?? []).length);
  assert.deepEqual([result.rows.donors, result.rows.projects], [donors.length, projects.length]);
  assert.ok(result.linked > 20, `only ${result.linked} columns name rows of other tables`);
});

test("each part of the data package is valid against the published profile of version 2", () => {
  // The profiles are files of dplib, whose own code is not used. frictionless checks against a model of its own.
  const result = JSON.parse(python(`
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
  assert.equal(result.schema, "https://datapackage.org/profiles/2.0/datapackage.json");
  assert.deepEqual(result.found, []);
  assert.ok(result.tables > 10, `only ${result.tables} tables`);
  assert.ok(result.wrong >= 2, "the profiles find nothing in a package that is wrong");
});

test("frictionless notices a row that refers to no record", () => {
  // This shows that the test above checks the links between tables.
  const result = JSON.parse(python(`
import json, pathlib, shutil, tempfile
from frictionless import Package, system
with tempfile.TemporaryDirectory() as folder:
    for file in pathlib.Path(".").glob("*.*"):
        shutil.copy(file, folder)
    with open(pathlib.Path(folder) / "reach.csv", "a", newline="") as table:
        table.write("nobody,1,,,5,exact,,reached,,,,\\r\\n")
    report = Package(str(pathlib.Path(folder) / "datapackage.json")).validate()
    print(json.dumps(report.flatten(["type"])))`));
  assert.deepEqual(result, [["foreign-key"]]);
});

test("csvw finds that the tables match their descriptions", () => {
  // Foreign keys may be empty: a record without a project refers to none.
  const result = python(`
import csvw
tables = csvw.CSVW("csv-metadata.json", validate=True, strict=False)
print(tables.is_valid, [str(warning.message) for warning in tables.warnings])`);
  assert.equal(result.trim(), "True []");
});

test("libhxl reads the hashtags and finds no errors", () => {
  const result = JSON.parse(python(`
import json, hxl
from hxl.input import InputOptions
report = hxl.validate(hxl.data("outreach-hxl.csv", InputOptions(allow_local=True)))
print(json.dumps({key: report["stats"][key] for key in ["error", "warning"]}))`));
  // It also suggests checking numbers that are much larger than the others; they are right.
  assert.deepEqual(result, { error: 0, warning: 0 });
});

test("a JSON-LD processor reads the page's description as a dataset", async () => {
  const page = readFileSync(join(DIST, "index.html"), "utf8");
  const [, text] = page.match(/<script type="application\/ld\+json">([^<]*)<\/script>/);
  // The vocabulary is on another host; a context that maps each word to its full name replaces it.
  const documentLoader = async (url) => {
    assert.equal(url, "https://schema.org/");
    const context = { "@vocab": "https://schema.org/", url: { "@type": "@id" }, contentUrl: { "@type": "@id" }, license: { "@type": "@id" } };
    return { documentUrl: url, document: { "@context": context } };
  };
  const base = "https://reports.example.org/outreach/";
  const [dataset] = await jsonld.expand(JSON.parse(text), { documentLoader, base, safe: true });
  const values = (name) => dataset[`https://schema.org/${name}`].map((value) => value["@id"] ?? value["@value"] ?? value);
  assert.deepEqual(dataset["@type"], ["https://schema.org/Dataset"]);
  assert.deepEqual(values("license"), ["https://creativecommons.org/licenses/by/4.0/"]);
  assert.ok(values("name")[0] && values("description")[0].length >= 50);
  const files = values("distribution").map((file) => file["https://schema.org/contentUrl"][0]["@id"]);
  for (const file of files) {
    assert.ok(file.startsWith(base), file);
    assert.ok(readFileSync(join(DIST, file.slice(base.length))).length > 0);
  }
  assert.equal(files.length, 3);
});

test("the preview picture has the right size and is not blank", () => {
  const picture = PNG.sync.read(readFileSync(join(DIST, "picture.png")));
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  const dark = (from, to) => {
    let count = 0;
    for (let offset = from * picture.width * 4; offset < to * picture.width * 4; offset += 4) count += picture.data[offset] < 100 ? 1 : 0;
    return count;
  };
  // The headline is above, the columns are below.
  assert.ok(dark(120, 320) > 5_000, "there is no headline: is a font installed?");
  assert.ok(dark(380, 560) > 2_000, "there are no columns");
});
