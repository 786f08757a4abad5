import { Ks as say, Wo as RULES, cr as notCheckedBy, fr as shownText, mt as jsonLine, nr as filePlace, rr as uriOf, sr as mostSevereFirst, wt as names } from "./shared.js";
// src/report/digest.ts
/** 64 bits of a text in hexadecimal, to tell texts apart; nobody gains anything by finding two that share them. */
function digest(text) {
	return hex(fnv(text, 2166136261)) + hex(fnv(text, 84696351));
}
/** FNV-1a over UTF-16 units, and the finalizer of MurmurHash3, without which neighbours stay neighbours. */
function fnv(text, seed) {
	let hash = seed;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return hash ^ hash >>> 16;
}
const hex = (bits) => (bits >>> 0).toString(16).padStart(8, "0");
// src/report/rule-texts.ts
/** What each rule means and how to fix what it finds; generated from docs/findings.md by `npm run docs`. */
const RULE_TEXTS = {
	"config/unknown-key": {
		means: "A key means nothing here. The message names the nearest one that does.",
		fix: "Correct the key, or take it out."
	},
	"config/wrong-type": {
		means: "A value is of another type than the key takes. In YAML 1.2 yes and no are strings, and a name that looks like a number needs quotes.",
		fix: "Write what the message expects."
	},
	"config/bad-value": {
		means: "A value has the right type and cannot be meant: an unknown word, a pattern that cannot be read, a pointer without its slash, two things that exclude each other.",
		fix: "The message says what is possible."
	},
	"config/missing-key": {
		means: "A layout entry lacks what it cannot do without: its path, or something that says the kind and the name of its documents.",
		fix: "Write the key, here kind: apps, or a capture in path."
	},
	"discover/nothing-to-check": {
		means: "No file fits any pattern of the layout.",
		fix: "Run cairn init, or correct the patterns in layout. Cairn may also have been started in the wrong folder; see -C."
	},
	"discover/unused-entry": {
		means: "An entry of the layout takes no file, or finds nothing in the files that it takes. It is misspelt, or what it was for is gone.",
		fix: "Correct its path or at, or take the entry out."
	},
	"discover/unused-kind": {
		means: "cairn.yaml configures a kind of which there is no document, or a file of schemas/ is named almost like a kind that has no schema. What the schema asks is asked of nothing.",
		fix: "Correct the name of the kind or of the file."
	},
	"discover/unused-file": {
		means: "a note where no file has a format that Cairn reads. Files lie under a folder of the layout and no entry takes them, so nobody runs with what they say. A folder makes one finding, at the first of its files.",
		fix: "Move or rename the file, add an entry to layout, or put it under ignore in cairn.yaml."
	},
	"discover/ambiguous-pattern": {
		means: "Two patterns fit one file and have equally many literal characters, so that nothing says which of them is meant. The later entry is used.",
		fix: "Make one of the patterns more specific, or rename the file."
	},
	"discover/duplicate-layer": {
		means: "Two files, two items of a list or two documents of a stream are layers of one document, in the same environment and by the same layout entry. Nothing says which of them wins; the first is used.",
		fix: "Put the two together, or rename one."
	},
	"discover/duplicate-environment": {
		means: "An environment is defined in cairn.yaml and by a file of its own, or by two files. The first definition is used.",
		fix: "Keep one of the two. Where cairn.yaml has a list of names instead of a mapping, files define the environments."
	},
	"discover/unknown-environment": {
		means: "Something belongs to an environment that cairn.yaml does not list. Its layers are left out.",
		fix: "Correct the name of the folder, file or value, or list the environment."
	},
	"discover/similar-environment": {
		means: "Where cairn.yaml lists no environments they are learned from the files, and two learned names differ by a letter. One of them may be a typing error, which would make an environment of its own.",
		fix: "Rename it, or list environments in cairn.yaml if both are meant."
	},
	"discover/bad-name": {
		means: "A kind, document or environment has a name that nobody could write: an empty one, or one with control characters or bytes that are not UTF-8. What bears it is left out.",
		fix: "Rename the file, or correct the name in it."
	},
	"discover/no-name": {
		means: "The layout looks for a document's name in the content, and it is missing or no string; or it expects a list or mapping of documents and finds something else.",
		fix: "Write the name, in quotes if it looks like a number, or correct the pointer in layout."
	},
	"discover/without-layer": {
		means: "An environment is without a document and has a layer of it.",
		fix: "Remove one of the two."
	},
	"discover/without-nothing": {
		means: "without names a document that there is not, or that does not exist in what the environment inherits.",
		fix: "Correct the name, or take it out."
	},
	"discover/unknown-document": {
		means: "A run variable is mapped to a document that there is not.",
		fix: "Correct the document under variables."
	},
	"discover/unreadable-file": {
		means: "A file cannot be read: there is no permission, it went away while Cairn was running, or something else stands in its place, such as a link to a folder. What it would say is unknown.",
		fix: "The message says what stands in the way. Links have to lead to files."
	},
	"discover/too-large": {
		means: "A file is larger than 10 MB. It is not read, and what it says is unknown.",
		fix: "Split the file. If it is no configuration, put it under ignore."
	},
	"discover/outside-link": {
		means: "A symbolic link leads out of the repository, to an absolute path or into a submodule. It is not followed: what is there is not part of the commit.",
		fix: "Put the file itself into the repository, or a link to another file in it."
	},
	"discover/broken-link": {
		means: "A symbolic link leads nowhere, in a circle, or to a file that Git does not track and ignores.",
		fix: "Correct the link; its target is relative to the folder that the link is in."
	},
	"discover/submodule": {
		means: "A submodule, or a repository inside the repository, lies where layers may lie. Its files belong to another repository and are not read.",
		fix: "Put it under ignore, or bring its files into this repository."
	},
	"discover/lfs-pointer": {
		means: "A file is a pointer of Git LFS, and not the file that it stands for.",
		fix: "Fetch it with git lfs pull. In a commit (--at) it is always a pointer: configuration is better kept out of LFS."
	},
	"parse/encoding": {
		means: "A file is not UTF-8, or an escape in it stands for half a character.",
		fix: "Save the file as UTF-8. A byte order mark is allowed."
	},
	"parse/binary": {
		means: "A file holds zero bytes: it is an image, an archive, or a text in UTF-16 without a byte order mark.",
		fix: "Save it as UTF-8, or put it under ignore."
	},
	"parse/syntax": {
		means: "The text is not what its format allows. The finding is at what has to be mended: the quote or bracket that was never closed, rather than the end of the file.",
		fix: "The message says what is missing or too much at the place. Where it speaks of indentation, compare the line with those above it."
	},
	"parse/template": {
		means: "The file is a template, of Helm or Jinja perhaps, which another program has to fill in before it is YAML, JSON or TOML. {{ in quotes or in a block of text is no mistake.",
		fix: "Put templates under ignore in cairn.yaml, and let Cairn read the values that they are filled with."
	},
	"parse/duplicate-key": {
		means: "A key stands twice in one mapping, section or table. The last one counts, so that the run can go on.",
		fix: "Keep one of them."
	},
	"parse/number": {
		means: "A number that JavaScript, and most readers of JSON, would change: an integer beyond ±9007199254740991, one that is too large or too small for a double, infinity, or not a number. The value is unknown rather than rounded.",
		fix: "Quote what is an identifier. Give a finite number where one is meant."
	},
	"parse/tag": {
		means: "A YAML tag and its value do not agree, or a tag that says how a layer merges stands before a key.",
		fix: "Correct the value, or leave the tag out."
	},
	"parse/unknown-tag": {
		means: "A YAML tag has no meaning to Cairn, so neither has its value. Text that starts with ! is a tag unless it is quoted.",
		fix: "Quote what is text. Say under tags in cairn.yaml what a tag of your own stands for: tags: {'!vault': string}."
	},
	"parse/unknown-anchor": {
		means: "A YAML alias has no anchor before it in the same document, or stands inside its own anchor. Anchors do not reach into other files. Text that starts with * is an alias unless it is quoted.",
		fix: "Correct the name, move the anchor up, or quote the text. To use a value of another file, write a reference."
	},
	"parse/merge-key": {
		means: "YAML's merge key << takes a mapping or a list of mappings, and here it has something else. It is left out.",
		fix: "Give it a mapping, usually an alias to one."
	},
	"parse/complex-key": {
		means: "A key is a list or a mapping, or has a character in it that no text can hold. Keys are texts, as in JSON. In YAML the entry is left out.",
		fix: "Quote the key if it is text; otherwise write one entry for each."
	},
	"parse/too-deep": {
		means: "Lists and mappings are nested more than 100 deep, in the file, through its aliases, or once its flat keys are opened.",
		fix: "No person writes such a file. Look at the program that did."
	},
	"parse/too-many-nodes": {
		means: "A file has more than a million values, those behind aliases counted as often as they are used. A few lines of YAML can stand for billions.",
		fix: "Split the file, or use fewer aliases."
	},
	"parse/stream": {
		means: "A file holds several YAML documents where the layout expects one. The first is used.",
		fix: "Split the file, or write stream: true in its layout entry."
	},
	"parse/flat-key": {
		means: "In a file whose flat keys are opened (keys: dotted, nest), a path is a value by one key and a mapping by another. The last one counts.",
		fix: "Rename one of the two."
	},
	"parse/encrypted-name": {
		means: "A file's name says that SOPS has encrypted it, and its content is plain.",
		fix: "Encrypt the file, and change the secret if it was ever pushed. If nothing in it is secret, rename it."
	},
	"parse/stray-envelope": {
		means: "An encrypted value stands in a document without SOPS metadata: it was copied there, or the metadata was lost in a merge. No key can open it. There is one finding a document.",
		fix: "Restore the sops part from Git. An encrypted value belongs to its file and its key: encrypt it anew where it is needed."
	},
	"parse/damaged-envelope": {
		means: "An encrypted value in a SOPS file is cut off or changed, so that no key opens it. There is one finding a document.",
		fix: "Restore the value from Git, or encrypt it anew."
	},
	"inherit/unknown-environment": {
		means: "An environment inherits from one that there is not. It is left out of the lineage.",
		fix: "Correct the name, or list the environment in cairn.yaml."
	},
	"inherit/cycle": {
		means: "Environments inherit from one another in a circle. The step that closes it is left out.",
		fix: "Decide which of them is the more general. What both need belongs into a third that both inherit from."
	},
	"inherit/order": {
		means: "What an environment inherits asks for two orders that exclude each other, so that nothing says which layer wins. Each environment stays at its last place.",
		fix: "The last of a list wins, and an environment wins over what it inherits from. Here base is inherited through europe anyway: take it out."
	},
	"inherit/too-deep": {
		means: "The lineage of an environment has more than 1000 environments. The most distant are left out.",
		fix: "Inherit from fewer. Nobody can say what a value is after a thousand layers."
	},
	"merge/removes-nothing": {
		means: "A null in an overlay removes a key, and no layer below has it. It is a typing error, or the layer has outlived its reason. A key with nothing after its colon is null too.",
		fix: "Correct the key, or take the line out. A null that is meant as a value stands under !replace."
	},
	"merge/kind-change": {
		means: "A mapping, a list and a scalar lie over one another. The higher layer wins, as always.",
		fix: "Write the value as the layer below has it, here logging: {level: debug}. Where the change is meant, remove the value in a layer between, or change the layer below."
	},
	"merge/secret-exposed": {
		means: "an error in an environment with protected: true. A plain value lies over an encrypted one: what somebody chose to encrypt stands in the repository in clear. The plain value is used.",
		fix: "Put the value into an encrypted layer of the environment, and change the secret if it was ever pushed."
	},
	"merge/tag-misplaced": {
		means: "A tag that says how a layer merges stands where it cannot apply: !append and !prepend are for lists, !merge for mappings. The tag is left out.",
		fix: "Give the tag a list, here !append [b.example.com], or leave it out."
	},
	"merge/key-missing": {
		means: "A schema says that a list is merged by a key (x-merge: {key: name}), and an item has no such key, or no plain scalar there. The item is added at the end.",
		fix: "Correct the item. A list whose items have no names is merged with !append or replaced with !replace."
	},
	"merge/key-duplicate": {
		means: "Two items of one layer have the same key in a list that is merged by it. Layers above reach only the first.",
		fix: "Keep one of the two."
	},
	"schema/ambiguous": {
		means: "Two files of schemas/ could be the schema of a kind; one of them is used: YAML before JSON. Or two schemas have the same $id, or one has the path of another file: references lead to the first by name.",
		fix: "Remove one, or name one in cairn.yaml: kinds: {services: {schema: schemas/services.yaml}}. Give each schema an $id of its own, or none."
	},
	"schema/unknown-reference": {
		means: "A $ref leads nowhere: to a file that is not there, to a place in one that is empty, or to a URL. Nothing is ever fetched, and no other file of the repository is read.",
		fix: "Correct the reference. What is at a URL belongs into a file of schemas/."
	},
	"schema/keyword-value": {
		means: "A keyword holds what it cannot: a type that there is not, a bound that is no number, a pattern that RE2 cannot run, a strategy of x-merge that there is not, a kind in x-ref that there is not. A schema as a whole has to be a mapping, true or false.",
		fix: "Write what the message expects."
	},
	"schema/keyword-misplaced": {
		means: "A keyword of Cairn's own does not count where it stands: x-merge where it is not certain that the schema applies, x-split and x-merge on what is no list, anything beside a $ref of draft-07.",
		fix: "Move the keyword to where it counts, here beside anyOf."
	},
	"schema/keyword-unknown": {
		means: "A keyword looks like one of JSON Schema or of Cairn's own and is none, so it does nothing; so does a format that there is not. What looks like nothing known is left alone: it is an annotation.",
		fix: "Correct the keyword."
	},
	"schema/keyword-conflict": {
		means: "Two schemas that apply to the same value give it different x-merge or x-split. What stands beside a $ref or an allOf overrides what that brings in, for the keys below too; of others the first counts.",
		fix: "Keep one of them."
	},
	"schema/default-conflict": {
		means: "Two schemas that apply to the same value give it different defaults. As with x-merge, what stands beside a $ref or an allOf overrides what that brings in, for the keys below too.",
		fix: "Keep one of them."
	},
	"schema/default-invalid": {
		means: "A default is of another type than its schema takes, or none of the values that the schema lists. The value is unknown where the default would be filled in.",
		fix: "Correct the default. One that another keyword refuses, such as maximum, is found where it is filled in, as validate/range; so is one with a reference."
	},
	"schema/default-endless": {
		means: "A default brings in further defaults, and they would never end. It is not filled in.",
		fix: "Take the default out."
	},
	"schema/too-complex": {
		means: "Nobody could wait for what a schema asks: references lead in a circle for the same value, more than a thousand schemas apply to one value, the file has more than two million characters or one mapping more than a thousand patterns, validating a document takes too much work, or its defaults let one grow by more than a million values. No document is validated by such a schema; of defaults the rest is left out. Values that an x-secret in it might hide are hidden.",
		fix: "Break the circle, or write a simpler schema. A reference below a key (properties: {child: {$ref: '#'}}) is no circle."
	},
	"type/misfit": {
		means: "A text in INI, dotenv or a process variable cannot be read as any type that the schema takes at its place. The value is unknown from then on. Numbers are decimal, booleans are true and false, and blanks count.",
		fix: "Write the value as the message says, or let the schema take a string. A list needs x-split in the schema."
	},
	"validate/type": {
		means: "A value has another type than the schema takes.",
		fix: "Write a value of that type. YAML 1.2 has no booleans but true and false; a number in quotes is a string."
	},
	"validate/missing-key": {
		means: "No layer sets a key that the schema requires, or a null in an overlay takes it away. It is told at the key of the mapping that lacks it, in the layer that says most of that mapping. Where an unknown key looks like the missing one, that key is told instead.",
		fix: "Set the key in a layer, or give it a default in the schema."
	},
	"validate/unknown-key": {
		means: "A mapping has a key that its schema does not know, and the schema allows no others (additionalProperties: false, unevaluatedProperties: false).",
		fix: "Correct the key, or add it to the schema."
	},
	"validate/key-name": {
		means: "A key is not what propertyNames asks for.",
		fix: "Rename the key."
	},
	"validate/enum": {
		means: "A value is none of those that the schema lists.",
		fix: "Choose one of them."
	},
	"validate/const": {
		means: "A value is not the only one that the schema allows.",
		fix: "Write that value, or leave the key out."
	},
	"validate/range": {
		means: "A number is beyond a bound, or no multiple of what the schema says (minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf). x-unit is told with the bound.",
		fix: "Write a number within the bounds."
	},
	"validate/length": {
		means: "A text, list or mapping is too long or too short (minLength, maxItems, minProperties and the like), or a list has items past those that the schema has a meaning for.",
		fix: "Write more, or less. Length is counted in characters, not in bytes."
	},
	"validate/pattern": {
		means: "A text does not match the regular expression of the schema. An expression without ^ and $ may match anywhere in the text.",
		fix: "Write a text that matches."
	},
	"validate/format": {
		means: "A text is not of the format that the schema names. Formats that are not known to Cairn are not checked.",
		fix: "Write it as in the message's example."
	},
	"validate/unique": {
		means: "An item occurs twice in a list whose items must differ (uniqueItems). Lists that are appended to (x-merge: append) easily have such; x-merge: unique leaves the second one out.",
		fix: "Take one of the two out."
	},
	"validate/contains": {
		means: "Too few or too many items of a list are what the schema wants among them (contains, minContains, maxContains).",
		fix: "Add such an item, or take one out. The schema says what it looks like."
	},
	"validate/one-of": {
		means: "A value fits none of the branches of a oneOf, or more than one. Where a tag, the kind of value or the rest of it tells which branch was meant, what is wrong in that branch is told instead, by its own rule.",
		fix: "Correct the tag. Of what fits several branches, take out what makes it fit the other."
	},
	"validate/any-of": {
		means: "A value fits none of the branches of an anyOf, and none of them is clearly meant.",
		fix: "Write it in one of the forms. A title in each branch makes the message clearer."
	},
	"validate/not": {
		means: "A value is what the schema excludes with not: a value, a type, or keys that may not stand together.",
		fix: "Choose something else, or take one of the keys out."
	},
	"validate/dependent": {
		means: "A key is there that asks for another one, which is missing (dependentRequired, dependentSchemas, and dependencies of draft-07).",
		fix: "Set the other key too, or take the first one out."
	},
	"validate/false": {
		means: "A key or item stands where the schema is false: nothing may stand there.",
		fix: "Take it out."
	},
	"validate/deprecated": {
		means: "A value is set that its schema calls deprecated. Its description is told with it. What a default fills in is passed over.",
		fix: "Use what the description says."
	},
	"validate/too-many": {
		means: "A document has more than a hundred problems; the others are counted. Most often it was written for another schema.",
		fix: "Look at the first ones, and at which schema the kind has."
	},
	"link/syntax": {
		means: "A text starts like a reference and is none: it has no #, its pointer no slash, or it is not closed on its line. References inside references, and in labels and variables, cannot be resolved either.",
		fix: "Write ${cairn:kind/name#/pointer}, ${cairn:environment#/labels/name} or ${cairn:var#NAME}. $${cairn: writes the text itself."
	},
	"link/dangling": {
		means: "A reference leads to something that is not there in this environment: a document, a key in it, a label or a variable. The message names the nearest that is there.",
		fix: "Correct the reference, or give this environment what it asks for. In an abstract environment nothing has to be there yet."
	},
	"link/cycle": {
		means: "Following references leads back to where it began, also where a value refers to a mapping that it is part of. Of a circle of several documents the first by name is told.",
		fix: "Write one of the values out."
	},
	"link/not-scalar": {
		means: "A reference inside a text leads to a mapping, a list or null. Only strings, numbers and booleans can stand in a text; a value that is nothing but one reference may take anything.",
		fix: "Refer to a key further down, or to each key by itself."
	},
	"link/too-large": {
		means: "What references bring in grows beyond all measure: a text of more than a million characters, more than ten million characters and values in a document, or more than 100 levels.",
		fix: "Refer to less, or write the value out."
	},
	"refer/unknown-document": {
		means: "A string that names a document, as its schema says, names one that does not exist in this environment. Where other environments have it, the message says which; else the nearest that is here.",
		fix: "Correct the name, or give this environment the document."
	},
	"refer/unknown-file": {
		means: "A string that names a document by the path of its file (by: path) leads to no file, or to one that is no layer of such a document. Paths start at the folder of the file that they are written in, or at the top of the repository.",
		fix: "Correct the path, or add the file."
	},
	"refer/cycle": {
		means: "Documents name one another in a circle, by names of which the schema says acyclic: true: each needs the next one first. A shortest way round is told, at the first of its documents by name; where several circles hang together it is one finding.",
		fix: "Take one of the names out. If they may wait for one another, take acyclic out of the schema."
	},
	"consistency/port-conflict": {
		means: "Services listen on the same port of the same machine, or a service uses a port twice. It is a warning where they are containers of one deployment, which may have addresses of their own.",
		fix: "Give one of them another port."
	},
	"consistency/deployment-version": {
		means: "A deployment runs a service in another version than the service's document says.",
		fix: "Raise the version that was forgotten. Better, let the deployment refer to it: ${cairn:services/api#/service_version}."
	},
	"consistency/deployment-limits": {
		means: "All replicas of a deployment's services ask for more memory, cores or GPUs than its limits allow. The services that ask for most are named.",
		fix: "Raise the limit, or ask for less."
	},
	"consistency/capacity": {
		means: "What runs in an environment asks for more memory, cores or GPUs than the environment's labels say that there are; or what runs on a cluster asks for more than its nodes have.",
		fix: "Take replicas away, or see to it that there is more and say so."
	},
	"consistency/gpu-memory": {
		means: "A service asks for GPUs and does not say how much memory they need. Whoever places it cannot know which GPUs will do.",
		fix: "Add the memory of one GPU."
	},
	"consistency/encryption-off": {
		means: "TLS or encryption is switched off, and the security level of the document, or else of its environment, is high or critical.",
		fix: "Switch it on, or correct the level."
	},
	"consistency/environment": {
		means: "A value contradicts the environment that the document is in: its labels, or its name.",
		fix: "Correct the value. Better, take it from the environment: ${cairn:environment#/labels/stage}."
	},
	"consistency/limit-below-request": {
		means: "The most that a replica may use is less than what it asks for.",
		fix: "Raise the limit, or ask for less."
	},
	"consistency/large-document": {
		means: "A document has more characters, written as JSON, than 262,144, or whatever cairn.yaml says. Kubernetes tools keep what they applied in an annotation of that size, and large documents are seldom read by anybody.",
		fix: "Split the document, or move large texts out of it."
	},
	"danger/became-plain": {
		means: "A value was encrypted, or made of something encrypted, or hidden by its schema, and everybody can read it now.",
		fix: "Put it back into the encrypted file. What was pushed is known: give the service a new secret."
	},
	"danger/recipient-added": {
		means: "A key opens an encrypted file that it did not open before; of a new file, a key that the base does not name. The environments told are those that the file's values count in. Whom the rule of the *base's* .sops.yaml names for the file is no danger: that was agreed upon before. Recipients are called as the base's cairn.yaml calls them.",
		fix: "Nothing, if they are meant to. Otherwise take the recipient out of .sops.yaml and run cairn secrets update-recipients; if others could read the change, revoke it (--revoke)."
	},
	"danger/recipient-removed": {
		means: "A key does not open an encrypted file any more. Told where the base's .sops.yaml does not say so, since something may depend on it, and where the data key stayed: whoever has had it can go on reading what is encrypted with it.",
		fix: "Run cairn secrets rotate on the file, and change its values where they come from: revocation."
	},
	"danger/secret-weakened": {
		means: "An encrypted file is guarded less than it was: it takes keys of fewer groups, its MAC does not cover values in clear any more, its selector leaves out values that the one before would have encrypted, or all of it is in clear though it is no layer. (A MAC that is gone is secret/no-mac, a layer's value in clear danger/became-plain.)",
		fix: "Restore what the base says, or let the owners of the secrets agree."
	},
	"danger/secret-rolled-back": {
		means: "An encrypted file, or a value of it, is as it was in an older commit, and the base has replaced that since: a password that was changed may be back. SOPS's MAC cannot tell, for the older state is a right one. Git's history can: no two encryptions give the same text. The commit is named where the clone has it; without history lastmodified that goes back still tells of whole files.",
		fix: "Take the file as the base has it, and make the change with cairn secrets set or edit. A revert that is meant can be silenced by its path."
	},
	"danger/encryption-off": {
		means: "TLS, encryption or a check of certificates was on and is off, gone, or in a mode that asks for less; or something that allows to go without is on. Which values these are, settings say.",
		fix: "Leave it on. Where something else encrypts, silence the rule there and say what does."
	},
	"danger/security-level": {
		means: "A security level is lower than it was, no level any more, or gone. Rules and people ask less of what has a lower one.",
		fix: "Keep the level, or let those who own it agree."
	},
	"danger/schema-weakened": {
		means: "A schema asks less of documents than it did: a limit is gone or wider, a key no longer required, a value no longer secret, or the schema is not there any more. Where schemas were not compared, a schema that changes is told as such.",
		fix: "Nothing, if documents are meant to say more than before."
	},
	"danger/policy-changed": {
		means: "A file changes that says who must approve what, what is accepted, or who can decrypt: access.yaml, waivers.yaml, policies/, .sops.yaml, CODEOWNERS. It counts from the next change on.",
		fix: "Let those agree whom the rules were made for."
	},
	"danger/config-changed": {
		means: "What of cairn.yaml judges changes: a rule's severity or settings, a run variable, what is published, what recipients of secrets are called, how old secrets may be, a silence. This change is judged by what it was; all that follow are judged by what it says now.",
		fix: "Let the owners of the rules agree."
	},
	"danger/self-silenced": {
		means: "A change brings a silence that covers a danger of its own, or switches off a rule that finds something in it. That does not count, and the danger is told too.",
		fix: "Merge the silence first, in a change of its own, where people can see what it accepts."
	},
	"danger/hidden-character": {
		means: "A line that is new holds a character that turns the direction of the text (bidirectional controls), or one that nobody sees (of no width, fillers, tags, control characters), so that a reviewer reads something else than the program. Joiners that a script or an emoji needs are none of them. The first ten lines of a file are told one by one.",
		fix: "Take the character out. Where a value needs it, write it as an escape: \"\\u202e\"."
	},
	"danger/workflow-changed": {
		means: "A file says what runs in CI, often with rights and secrets, and changes: workflows and actions of GitHub and of other platforms.",
		fix: "Read it as a program: what triggers it, whose code it runs, which rights it has."
	},
	"danger/breadth": {
		means: "A change reaches an unusual share of all environments or of all documents at once, so that a mistake in it would too. By default: more than 75 % of the environments and at least 20, or more than 50 % of the documents and at least 20. New environments do not count.",
		fix: "Change a few environments first, in overlays, and the rest when those run well."
	},
	"danger/resources": {
		means: "An amount of memory, cores, GPUs or replicas changes by more than half of what it was, up or down, or is gone. Quantities such as 500m and 2Gi are read as Kubernetes does.",
		fix: "Check the number; percent and fields in cairn.yaml say what counts."
	},
	"danger/reparented": {
		means: "An environment inherits from others than before. Every value of it, and of what inherits from it, may come from elsewhere.",
		fix: "Look at the changes of that environment, or leave it where it was."
	},
	"danger/relabelled": {
		means: "A label of an environment changes. Rules that choose environments by labels choose others; access.yaml asks by the labels before and after.",
		fix: "Let those agree who answer for the environment."
	},
	"danger/unprotected": {
		means: "An environment is no longer protected, a protected one is gone, or one is abstract now, so that nothing of it is checked or published.",
		fix: "Keep it protected, or let those agree who answer for it."
	},
	"danger/document-removed": {
		means: "A protected environment has a document no more: what it configured runs on without it, or stops. One that is renamed is none; the report says what it is called now.",
		fix: "Keep it, or let those agree who answer for the environment."
	},
	"secret/in-clear": {
		means: "A value of an encrypted file stands in clear, and should not: the file's own selector selects it, or that of its rule in .sops.yaml does. SOPS refuses to open the first kind of file, and writes the second kind as it is.",
		fix: "Encrypt it (cairn secrets set does both), and change the secret if it was ever pushed."
	},
	"secret/never-opened": {
		means: "A value is encrypted that the file's selector does not select. Whoever decrypts the file gets the ciphertext.",
		fix: "Write the value in clear, or select its key."
	},
	"secret/selects-nothing": {
		means: "The selector selects no value of the file, so that SOPS writes all of it in clear, and a valid MAC. Most often it was made for files of another form.",
		fix: "Correct the selector in .sops.yaml, and encrypt the file anew."
	},
	"secret/bad-selector": {
		means: "The selector is no regular expression of RE2. SOPS takes it for one that matches nothing, in silence.",
		fix: "Correct the expression in .sops.yaml, and encrypt the file anew. What RE2 has not, such as (?!, cannot be used."
	},
	"secret/bad-metadata": {
		means: "SOPS cannot read the metadata of an encrypted file, or nobody can open it: a field is missing (version is one), given twice or of another type, such as a time without quotes.",
		fix: "Take the metadata from an older commit, all of it."
	},
	"secret/no-mac": {
		means: "An encrypted file has no MAC, or what stands there is none: nobody can tell whether somebody without the key added, removed or moved values.",
		fix: "Take the file from the last commit that has the MAC, and make the change with SOPS or Cairn."
	},
	"secret/old": {
		means: "An encrypted file was last changed longer ago than secrets: {max-age: 90d} in cairn.yaml allows; 90 days where it says nothing. Any change of the file counts, so that a file may hold older secrets than it says.",
		fix: "Change the secrets at their source, and write the new ones. secrets.md says how."
	},
	"secret/extra-recipient": {
		means: "Somebody can open the file whom its rule in .sops.yaml does not name, such as a person who has left. Keys of PGP and of other services are compared by what names them: the fingerprint, the ARN with role and context, the address with the key's name.",
		fix: "cairn secrets update-recipients --revoke takes them out and gives the file a new data key. What they could read they may have kept: change it at its source. Keys of other types than age are changed by sops updatekeys and sops rotate."
	},
	"secret/missing-recipient": {
		means: "Somebody cannot open the file whom its rule in .sops.yaml names, a recipient of age or a key of another service.",
		fix: "Let somebody who can open the file run cairn secrets update-recipients; for a key of another type than age, sops updatekeys."
	},
	"secret/duplicate-recipient": {
		means: "A file names a recipient twice. With key groups that is one person who counts as two.",
		fix: "Take one of them out: cairn secrets update-recipients does."
	},
	"secret/no-rule": {
		means: "There is a .sops.yaml, and none of its rules covers an encrypted file: nobody says who is to open it, and SOPS would not make it again.",
		fix: "Add a rule, or correct the path_regex of the one that was meant."
	},
	"secret/unlike-rule": {
		means: "A file is encrypted otherwise than its rule in .sops.yaml says now: another selector, another cover of the MAC, or other key groups. A file keeps these from the day that it was made, whatever becomes of .sops.yaml, so that a value which the rule would encrypt may be written into it in clear. A selector that says the same in other words is none; one that could differ for keys to come is.",
		fix: "Decrypt the file and encrypt it anew; key groups are brought to the rule by cairn secrets update-recipients."
	},
	"secret/other-keys": {
		means: "A file is encrypted for keys of other types than age alone (PGP, KMS of a cloud, Vault). Cairn checks it without a key, and keeps these keys whenever it writes; it cannot open it.",
		fix: "None is needed. With a recipient of age besides, cairn check --open could look into it."
	},
	"secret/plain": {
		means: "an error in an environment with protected: true. A file has in clear what the schema puts under x-secret. Of a collection the first value is told. What comes by reference is told at the reference, or where that leads if the schema says there, too, that it is a secret. Values that come from run variables are no text of a file, and neither is a placeholder such as ${DB_PASSWORD} that something else fills in.",
		fix: "Put the value into an encrypted layer (db.sops.yaml beside db.yaml), and change the secret if it was ever pushed."
	},
	"secret/plain-file": {
		means: "an error in an environment with protected: true. A rule of .sops.yaml covers a file, and the file is not encrypted. Only rules that are about some paths count: one that matches cairn.yaml, an environment file or a README too, as \\.yaml$ does, says how files are encrypted and not which.",
		fix: "cairn secrets encrypt --in-place, and change the secret if it was ever pushed; or make the path_regex narrower."
	},
	"secret/locked": {
		means: "an error with cairn render --reveal. None of the keys that a run was given opens an encrypted file. It is checked as without a key, and what only its values decide stays open. The message names who can open it.",
		fix: "Give the run a key that fits, or let somebody who can open the file add a recipient."
	},
	"secret/damaged-key": {
		means: "What a recipient has of a file's data key is damaged. Others may still open the file.",
		fix: "Take the metadata from an older commit, or let another recipient run cairn secrets update-recipients."
	},
	"secret/forged-value": {
		means: "An encrypted value does not open with the key of its file: its ciphertext or its type was changed, its key was renamed, or it was copied from another place or file. Nothing of the file is believed then.",
		fix: "Take the value from the last commit in which it opened, and make the change with SOPS or Cairn."
	},
	"secret/forged-mac": {
		means: "The MAC does not open with the key of its file: it was changed, or lastmodified, which it is sealed with. Nothing of the file is believed then.",
		fix: "Take mac and lastmodified from the last commit in which the file opened. A merge conflict there is what cairn secrets merge is for."
	},
	"secret/mac-mismatch": {
		means: "The values of an encrypted file are not those that its MAC was made of: a value in clear was changed, or values were added, taken out or reordered, without SOPS. Nothing of the file is believed then.",
		fix: "Make the change with SOPS or Cairn. With mac_only_encrypted: true in its rule, values in clear may be changed by hand."
	},
	"access/unknown-key": {
		means: "A key means nothing in access.yaml. The message names the nearest one that does.",
		fix: "Correct the key, or take it out."
	},
	"access/wrong-type": {
		means: "A value is of another type than the key takes.",
		fix: "Write what the message expects."
	},
	"access/bad-value": {
		means: "A value has the right type and cannot be meant: a person that is no login and no team, a path without its slash, an empty list, which would choose nothing.",
		fix: "The message says what is possible."
	},
	"access/missing-key": {
		means: "A rule does not say which roles must approve.",
		fix: "Write roles."
	},
	"access/unknown-role": {
		means: "A rule asks for a role that access.yaml does not have.",
		fix: "Correct the name, or add the role."
	},
	"access/unused-role": {
		means: "No rule asks for a role: it is misspelt somewhere, or what it was for is gone.",
		fix: "Use the role in a rule, or take it out."
	},
	"access/matches-nothing": {
		means: "A rule chooses environments, kinds, documents or labels that there are not, so that it asks nobody.",
		fix: "Correct the name."
	},
	"render/sealed": {
		means: "cairn render leaves out a value that it does not know: an encrypted one, or a text with an encrypted part. Writing a placeholder in its place would one day be taken for the value.",
		fix: "Nothing, if what reads the output gets its secrets elsewhere. This version has no key and opens nothing."
	},
	"render/unrepresentable": {
		means: "A value cannot be written in the format that is asked for: TOML and INI have no null, INI has no lists of mappings, and some texts have no spelling as a variable that shells, systemd and Docker Compose all read alike. Nothing is bent into something else, and nothing is published without it. What each format holds.",
		fix: "Write the value otherwise, or the kind in another format: publish.formats in cairn.yaml, --format of cairn render."
	},
	"publish/bad-path": {
		means: "A file of the publication would lie outside the folder of its environment, in a folder named .git, or have a name that file systems do not take. Names of documents and environments may come from the content of files, and could be anything. An encrypted file that lies outside the configuration repository, where a link leads, cannot be published either.",
		fix: "Rename the document or the environment; move the file into the repository."
	},
	"publish/taken-path": {
		means: "Two files of a publication would have the same path, or one would be a file where the other needs a folder; or two deployments of an environment would make the same thing, and each take the place of the other's: a name in a namespace, a unit on a host. Upper and lower case count as the same: not all file systems tell them apart.",
		fix: "Rename one of them."
	},
	"publish/unrecorded-variable": {
		means: "A document that is published has read a run variable. Its value is not in the commit, so nobody could render the same again. publish.record lists variables whose values may stand in the manifest; one that supplies a secret (x-secret) may never, nor may one with more than 10,000 characters.",
		fix: "Unset the variable, write its value into a layer, or list it under publish.record."
	},
	"publish/consumer-cannot-open": {
		means: "publish.consumers says who reads an environment. One of them is not among the recipients of an encrypted file that the environment is published with.",
		fix: "Add the recipient to .sops.yaml and run cairn secrets update-recipients, or take it off the list."
	},
	"verify/no-publication": {
		means: "Where a publication should be, there is none: nothing was published there yet, it was taken away, or the name is another.",
		fix: "Publish there, or name the place where it is."
	},
	"verify/bad-manifest": {
		means: "A manifest is not one that this version of Cairn writes, lists a file twice, or is of another environment. What it lists is not looked for.",
		fix: "Publish again. If a newer version of Cairn published it, verify with that one."
	},
	"verify/bad-path": {
		means: "A path leads out of the publication (.., an absolute path), is written in a way that some programs read otherwise (\\, control characters), lies in a .git folder, is there twice, or differs from another in upper and lower case alone. In a folder of versions also: current leads to something else than one of them.",
		fix: "Somebody put it there: find out who, and publish again."
	},
	"verify/not-a-file": {
		means: "Where a file should be there is a link, a device, a pipe, or in an archive a hard link. Publications consist of files.",
		fix: "Publish again."
	},
	"verify/missing-file": {
		means: "A file that was published is not there.",
		fix: "Find out what removed it, and publish again."
	},
	"verify/changed-file": {
		means: "A file is not the one that was published: its digest or its size is another, or on a branch it is executable now. Where the commit says what it should be, the finding is at the first character that differs.",
		fix: "Change the source and publish that; what is changed in a publication is lost with the next one."
	},
	"verify/extra-file": {
		means: "A file is there that the publication did not bring: at its root, or in the folder of an environment. Programs that read all files of a folder would take it. On a branch for several, the files of others are theirs.",
		fix: "Remove it, or publish again: what a publication owns, it tidies."
	},
	"verify/broken-chain": {
		means: "The chain does not hold: a line was changed, removed, exchanged or cut off, or its last entry is not of this manifest or of another run than the statement.",
		fix: "Bring back the publication as it was, from the branch's history or a copy; Cairn does not continue a broken chain. What cannot be brought back starts anew in another place."
	},
	"verify/bad-statement": {
		means: "provenance.json is about other files, another commit or other environments than the manifest, names another version of Cairn, or is no statement.",
		fix: "Publish again."
	},
	"verify/unsigned": {
		means: "It is known who may sign, and the last entry of the chain, or one after a signed one, is not signed.",
		fix: "Publish with --sign-key. Entries before the first signed one need no signature."
	},
	"verify/bad-signature": {
		means: "What stands as the signature of an entry does not sign it: the entry was changed later, or the signature is for something else.",
		fix: "Bring back the chain as it was signed."
	},
	"verify/unknown-signer": {
		means: "An entry is signed by a key that the file of allowed signers does not name, or not for that time or for the namespace cairn-publication.",
		fix: "If the key may sign, add it; if not, somebody published who may not."
	},
	"verify/bad-attestation": {
		means: "The file that --bundle names is no Sigstore bundle with an in-toto statement, or attests something else than this publication's manifest.json.",
		fix: "Take the bundle of the run that published it: gh attestation download."
	},
	"verify/unknown-commit": {
		means: "The repository does not have the commit that the publication says it follows from.",
		fix: "Fetch it. If no branch of the repository has it, what was published was never in it."
	},
	"verify/other-folder": {
		means: "The publication was made from another folder of the repository than the configuration that it is compared with.",
		fix: "Run it in that folder: cairn verify -C config dir:../out."
	},
	"verify/other-target": {
		means: "cairn.yaml (at HEAD) has the target, and what lies there was published to another: it was copied there, with its chain and its signature. Or the target was renamed since the last publication. A publication in a place that cairn.yaml does not have is not held against it; where it was published to is told.",
		fix: "Publish again, which writes an entry for this place; find out who copied it there."
	},
	"verify/not-reproduced": {
		means: "Everything about the publication fits together, and its commit gives other files. It was not made from that commit, or it was changed by somebody who made all digests right again.",
		fix: "Trust nothing of it: publish the commit again, and find out who wrote there."
	},
	"verify/outdated": {
		means: "The place notes, beside the publication, a newest commit that gives other files: an older publication was put back, with its own chain. Of a folder of versions also: current leads to an older version than the latest, as after a run that was killed before it was done. A branch notes it in refs/cairn/; who can push there as well leaves no trace but the branch's history.",
		fix: "Publish again: the next run brings the newest back. Find out who wrote there. To go back on purpose: cairn publish --rollback-to."
	},
	"verify/unknown-newest": {
		means: "The place notes a newest commit that this clone does not have, so that nothing can be said of whether an older publication was put back.",
		fix: "git fetch, and verify again."
	},
	"verify/incomplete": {
		means: "The target is not of one environment, and not all are there that the commit publishes. cairn publish --environment does that; so does somebody who takes environments out, where nobody signs.",
		fix: "Publish all environments, or give each a target of its own: {environment} in its name."
	},
	"verify/git-settings": {
		means: "Beside a publication on a branch, or above its folder, there is a file by which Git changes what a checkout or an archive has: .gitattributes (line ends, export-ignore, filters), and at the top .gitmodules and .lfsconfig. Every byte on the branch is right, and consumers may still get others. Beside it other files may lie, too; how many is told.",
		fix: "Remove it, see that it is right for the publication, too, or publish to a branch of its own."
	},
	"verify/unproven": {
		means: "a warning where somebody who may sign vouches for the publication, and with --allow-unproven. Another version of Cairn made it, and this one makes other files of its commit, packs the same files in another way, or finds errors in it. That may be for the version alone: nothing is said about tampering. Digests, chain and signatures were verified. But whoever forges a publication can name another version, too.",
		fix: "Verify with the version that manifest.json names, if it is one that you know. Sign publications (--sign-key, publish: {signers}): then they stay verifiable by who made them, whichever version you have. --allow-unproven lets it pass; --fail-on warning fails in any case."
	}
};
// src/report/sarif.ts
/**
* Limits of GitHub's code scanning: 25,000 results (of which 5,000 are shown) and 10 MB after compression. The text is
* kept below that uncompressed, so that no file can be rejected.
*/
const MOST_RESULTS = 25e3;
const MOST_BYTES = 95e5;
const MOST_TEXT = 1024;
/** Related places; 100 are shown. */
const MOST_RELATED = 100;
/**
* A check as SARIF 2.1.0 (OASIS, errata 01), on one line, with all that GitHub's code scanning asks for on top of the
* standard: for each rule its help, for each result a full region and a fingerprint. Paths are seen from the top of the
* Git repository. Where there are more findings than a file may hold, the least severe are left out and a notification
* says how many.
*/
function checkSarif(result, judged, options) {
	const rules = [...new Set(result.findings.map(({ rule }) => rule))].sort(byRules);
	const indexes = new Map(rules.map((rule, i) => [rule, i]));
	const results = [];
	const fingerprints = createFingerprints();
	let room = MOST_BYTES;
	for (const found of mostSevereFirst(result.findings)) {
		const one = resultOf(found, indexes.get(found.rule) ?? 0, {
			options,
			fingerprints
		});
		room -= Buffer.byteLength(jsonLine(one)) + 1;
		if (room < 0 || results.length === MOST_RESULTS) break;
		results.push(one);
	}
	return jsonLine({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				...driverOf(options),
				rules: rules.map(ruleOf)
			} },
			automationDetails: { id: options.prefix === "" ? "cairn/" : `cairn/${uriOf(options.prefix)}/` },
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { [ROOT]: { description: { text: "The top of the Git repository." } } },
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: [...leftOut(results.length, result.findings.length), ...notCheckedBy(result).map((what) => notification("note", say`not checked: ${what}`))]
			}],
			properties: {
				verdict: judged.passed ? "pass" : "fail",
				counts: judged.counts
			},
			results
		}]
	});
}
const ROOT = "%SRCROOT%";
const ORDER = Object.keys(RULES);
const byRules = (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b);
function driverOf({ version }) {
	return {
		name: "Cairn",
		version,
		semanticVersion: version
	};
}
function leftOut(shown, found) {
	if (shown === found) return [];
	return [notification("warning", say`${shownText(shown, found, "finding")} are in this file, the most severe first`)];
}
function notification(level, message) {
	return {
		level,
		message: { text: plainText(message) }
	};
}
function ruleOf(id) {
	const { means, fix } = RULE_TEXTS[id] ?? {
		means: id,
		fix: id
	};
	return {
		id,
		name: id,
		shortDescription: { text: cut(/^.*?[.](?= |$)/.exec(means)?.[0] ?? means) },
		fullDescription: { text: cut(means) },
		help: { text: cut(`${means}\n\nFix: ${fix}`) },
		defaultConfiguration: { level: RULES[id].severity },
		properties: { tags: ["configuration", id.slice(0, id.indexOf("/"))] }
	};
}
function resultOf(found, ruleIndex, { options, fingerprints }) {
	const { rule, severity, message, location, related, environments } = found;
	const { instead, uri, region } = placeOf(location, options.prefix);
	return {
		ruleId: rule,
		ruleIndex,
		level: severity,
		message: { text: plainText(`${instead}${message}${environments.length === 0 ? "" : ` (in ${names(environments)})`}${related.length - MOST_RELATED > 0 ? ` (${shownText(MOST_RELATED, related.length, "place")} shown)` : ""}`) },
		locations: [{ physicalLocation: {
			artifactLocation: {
				uri,
				uriBaseId: ROOT
			},
			region
		} }],
		partialFingerprints: { primaryLocationLineHash: fingerprints(found, uri) },
		...related.length === 0 ? {} : { relatedLocations: related.slice(0, MOST_RELATED).map((one, id) => relatedOf(one, id, options)) }
	};
}
function relatedOf({ message, location }, id, { prefix }) {
	const { instead, uri, region } = placeOf(location, prefix);
	return {
		id,
		message: { text: plainText(`${instead}${message}`) },
		physicalLocation: {
			artifactLocation: {
				uri,
				uriBaseId: ROOT
			},
			region
		}
	};
}
/** The end of a region is exclusive in SARIF (§3.30.8), as it is here. A whole file is told by its first character. */
function placeOf(location, prefix) {
	const { file, instead = "", line = 1, column = 1, endLine = line, endColumn = column } = filePlace(location, prefix);
	return {
		uri: uriOf(file),
		instead,
		region: {
			startLine: line,
			startColumn: column,
			endLine,
			endColumn
		}
	};
}
/**
* Says which findings are one and the same in two commits: those of one rule, file and message, counted in their order.
* Lines are not part of it, so that a finding that moves stays what it is.
*/
function createFingerprints() {
	const seen = /* @__PURE__ */ new Map();
	return ({ rule, message }, uri) => {
		const hash = digest(`${rule}\u0000${uri}\u0000${message}`);
		const count = (seen.get(hash) ?? 0) + 1;
		seen.set(hash, count);
		return `${hash}:${count}`;
	};
}
/** Text in which a viewer finds no link (§3.11.6): `[text](target)` from a name stays text. */
function plainText(text) {
	return cut(text.replaceAll("](", "]\\("));
}
function cut(text) {
	const points = text.length <= MOST_TEXT ? [] : Array.from(text);
	return points.length <= MOST_TEXT ? text : `${points.slice(0, 1023).join("")}…`;
}
export { checkSarif };
