var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __decorateClass = (decorators, target, key, kind2) => {
  var result = kind2 > 1 ? void 0 : kind2 ? __getOwnPropDesc(target, key) : target;
  for (var i = decorators.length - 1, decorator; i >= 0; i--)
    if (decorator = decorators[i])
      result = (kind2 ? decorator(target, key, result) : decorator(result)) || result;
  if (kind2 && result) __defProp(target, key, result);
  return result;
};

// libs/kernel/src/event.ts
var init_event = __esm({
  "libs/kernel/src/event.ts"() {
  }
});

// libs/kernel/src/ids.ts
import { createHash, randomBytes } from "node:crypto";
var NAMESPACE, format, derivedId;
var init_ids = __esm({
  "libs/kernel/src/ids.ts"() {
    NAMESPACE = Buffer.from("6f1d3b0a9c5e4f7d8a2b4c6e8f001122", "hex");
    format = (bytes, version) => {
      bytes[6] = bytes[6] & 15 | version << 4;
      bytes[8] = bytes[8] & 63 | 128;
      const hex = bytes.toString("hex", 0, 16);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    };
    derivedId = (...parts2) => format(createHash("sha1").update(NAMESPACE).update(JSON.stringify(parts2)).digest(), 5);
  }
});

// libs/kernel/src/canonical.ts
import { createHash as createHash2 } from "node:crypto";
var MAX_EVENT_BYTES, MAX_APPEND_BYTES;
var init_canonical = __esm({
  "libs/kernel/src/canonical.ts"() {
    MAX_EVENT_BYTES = 256 * 1024;
    MAX_APPEND_BYTES = 1024 * 1024;
  }
});

// libs/kernel/src/decider.ts
var Refused;
var init_decider = __esm({
  "libs/kernel/src/decider.ts"() {
    Refused = class extends Error {
      /** @param code the reason in PascalCase, a key of the texts shown; `details` fill these texts and hold no personal data. */
      constructor(code3, details2 = {}) {
        super(code3);
        this.code = code3;
        this.details = details2;
        this.name = "Refused";
      }
      code;
      details;
    };
  }
});

// libs/kernel/src/ports.ts
var init_ports = __esm({
  "libs/kernel/src/ports.ts"() {
  }
});

// libs/kernel/src/handler.ts
var init_handler = __esm({
  "libs/kernel/src/handler.ts"() {
    init_decider();
    init_ids();
    init_ports();
  }
});

// libs/kernel/src/projection.ts
var init_projection = __esm({
  "libs/kernel/src/projection.ts"() {
    init_decider();
  }
});

// libs/kernel/src/policy.ts
var init_policy = __esm({
  "libs/kernel/src/policy.ts"() {
    init_ids();
  }
});

// libs/kernel/src/index.ts
var init_src = __esm({
  "libs/kernel/src/index.ts"() {
    init_event();
    init_ids();
    init_canonical();
    init_decider();
    init_handler();
    init_projection();
    init_policy();
    init_ports();
  }
});

// libs/privacy/src/boxes.ts
import { createCipheriv, createDecipheriv, randomBytes as randomBytes2 } from "node:crypto";
var init_boxes = __esm({
  "libs/privacy/src/boxes.ts"() {
  }
});

// libs/privacy/src/sealing.ts
var init_sealing = __esm({
  "libs/privacy/src/sealing.ts"() {
    init_boxes();
  }
});

// libs/privacy/src/marks.ts
var init_marks = __esm({
  "libs/privacy/src/marks.ts"() {
    init_boxes();
  }
});

// libs/privacy/src/digest.ts
import { createHash as createHash3, createHmac, timingSafeEqual } from "node:crypto";
var init_digest = __esm({
  "libs/privacy/src/digest.ts"() {
    init_src();
  }
});

// libs/privacy/src/lookup.ts
import { createHmac as createHmac2 } from "node:crypto";
var plain2, MOBILE, LANDLINE, national, withoutCountry, normalisePhone;
var init_lookup = __esm({
  "libs/privacy/src/lookup.ts"() {
    plain2 = (text3) => text3.normalize("NFKC").replace(/\p{Cf}/gu, "");
    MOBILE = /^0?(1[3-9]\d{9})$/;
    LANDLINE = /^0?((?:10|2\d)[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/;
    national = (digits, areaCode) => {
      const mobile = MOBILE.exec(digits)?.[1];
      if (mobile) return mobile;
      if (areaCode && /^[2-8]\d{6,7}$/.test(digits)) return areaCode + digits;
      return digits;
    };
    withoutCountry = (digits) => {
      const rest = /^(?:\+|00)?86(.+)$/.exec(digits)?.[1];
      if (!rest || !(MOBILE.test(rest) || LANDLINE.test(rest))) return digits;
      return MOBILE.test(rest) || rest.startsWith("0") ? rest : `0${rest}`;
    };
    normalisePhone = (text3, areaCode) => {
      const [number = ""] = plain2(text3).split(/转|轉|分机|分機|ext|#|x/iu);
      const digits = number.replace(/[^\d+]/g, "").replace(/(?!^)\+/g, "");
      if (digits.replace("+", "").length < 3) return null;
      return national(withoutCountry(digits), areaCode);
    };
  }
});

// libs/privacy/src/folded-text.ts
var CHINESE_DIGITS, INVISIBLE, DASH, SPACE, DOT, plainCharacter, folded;
var init_folded_text = __esm({
  "libs/privacy/src/folded-text.ts"() {
    CHINESE_DIGITS = {
      "\u3007": "0",
      \u96F6: "0",
      \u4E00: "1",
      \u5E7A: "1",
      \u4E8C: "2",
      \u4E09: "3",
      \u56DB: "4",
      \u4E94: "5",
      \u516D: "6",
      \u4E03: "7",
      \u516B: "8",
      \u4E5D: "9"
    };
    INVISIBLE = /^[\p{Cf}\p{Mn}]$/u;
    DASH = /^[\p{Pd}−~]$/u;
    SPACE = /^[^\S\n]$/u;
    DOT = /^[·•・･‧∙●]$/u;
    plainCharacter = (character) => {
      if (character <= "\x7F") return character === "	" ? " " : character;
      if (INVISIBLE.test(character)) return "";
      if (DASH.test(character)) return "-";
      if (DOT.test(character)) return "\xB7";
      return SPACE.test(character) ? " " : character.normalize("NFKC");
    };
    folded = (original, options = {}) => {
      const parts2 = [];
      const origin2 = [];
      let at = 0;
      for (const character of original) {
        const plain4 = options.chineseDigits && CHINESE_DIGITS[character] || plainCharacter(character);
        parts2.push(plain4);
        for (let unit = 0; unit < plain4.length; unit++) origin2.push(at);
        at += character.length;
      }
      origin2.push(at);
      return { text: parts2.join(""), origin: origin2 };
    };
  }
});

// libs/privacy/src/personal-patterns.ts
var seeking, GAP, ALONE, NO_CHAIN, groups, COUNTRY, GROUPED, HALVES, SINGLES, AREA, AREA_ABROAD, PROVINCES, isBirthday, hasIdentityChecksum, isIdentity, hasLuhnChecksum, always, PROVINCE_SIGNS, PLATE_SIGNS, PLATE_NUMBER, PATTERNS;
var init_personal_patterns = __esm({
  "libs/privacy/src/personal-patterns.ts"() {
    seeking = (before, pattern, after3) => new RegExp(`${before}(?=(${pattern})${after3})`, "gu");
    GAP = "[ ._\xB7-]{1,2}";
    ALONE = ["(?<!\\d)", "(?!\\d)"];
    NO_CHAIN = ["(?<!\\d)(?<!\\d[._-])", "(?![._-]?\\d)"];
    groups = (...sizes) => {
      const [first, ...rest] = sizes;
      return [`1[3-9]\\d{${first - 2}}`, ...rest.map((size) => `\\d{${size}}`)].join(GAP);
    };
    COUNTRY = "(?:(?:\\+|00)?\\(?86\\)?[ -]{0,2})?";
    GROUPED = [groups(3, 4, 4), groups(3, 3, 5), groups(4, 3, 4), groups(4, 4, 3)].join("|");
    HALVES = "1[3-9]\\d[ -]{1,2}\\d{8}|1[3-9]\\d{5}[ -]{1,2}\\d{4}|1[3-9]\\d{3} \\d{6}";
    SINGLES = `1${GAP}[3-9](?:${GAP}\\d){9}`;
    AREA = "(?:0(?:10|2\\d)\\)?[ -]{0,2}[2-8]\\d{3}[ -]?\\d{4}|0[3-9]\\d{2}\\)?[ -]{0,2}[2-8]\\d{2,3}[ -]?\\d{4})";
    AREA_ABROAD = "(?:\\+|00)\\(?86\\)?[ -]{0,2}\\(?0?(?:10|2\\d|[3-9]\\d{2})\\)?[ -]{0,2}[2-8]\\d{2,3}[ -]?\\d{4}";
    PROVINCES = new Set(
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" ")
    );
    isBirthday = (text3) => {
      const [year, month, day3] = [text3.slice(0, 4), text3.slice(4, 6), text3.slice(6, 8)].map(Number);
      const date = new Date(Date.UTC(year, month - 1, day3));
      return year >= 1890 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day3 && day3 > 0;
    };
    hasIdentityChecksum = (id) => {
      const sum = [...id].reduce((total, digit, index) => {
        const weight = 2 ** (17 - index) % 11;
        return total + (digit === "X" ? 10 : Number(digit)) * weight;
      }, 0);
      return sum % 11 === 1;
    };
    isIdentity = (id) => {
      if (!PROVINCES.has(id.slice(0, 2))) return false;
      return id.length === 15 ? isBirthday(`19${id.slice(6, 12)}`) : isBirthday(id.slice(6, 14)) && hasIdentityChecksum(id);
    };
    hasLuhnChecksum = (digits) => {
      const sum = [...digits].reverse().reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      return sum % 10 === 0;
    };
    always = () => true;
    PROVINCE_SIGNS = "[\u4EAC\u6D25\u6CAA\u6E1D\u5180\u8C6B\u4E91\u8FBD\u9ED1\u6E58\u7696\u9C81\u65B0\u82CF\u6D59\u8D63\u9102\u6842\u7518\u664B\u8499\u9655\u5409\u95FD\u8D35\u7CA4\u9752\u85CF\u5DDD\u5B81\u743C]";
    PLATE_SIGNS = "[A-HJ-NP-Za-hj-np-z0-9]";
    PLATE_NUMBER = `(?:\\d{5}[A-HJKa-hjk]|[A-HJKa-hjk]${PLATE_SIGNS}\\d{4}|${PLATE_SIGNS}{5}|${PLATE_SIGNS}{4}[\u5B66\u8B66\u6302\u6E2F\u6FB3\u9886\u8BD5\u8D85])`;
    PATTERNS = [
      {
        kind: "identity",
        pattern: seeking("(?<![\\dA-Za-z])", "[1-8](?:[ ._-]{0,2}\\d){16}[ ._-]{0,2}[\\dXx]", "(?![\\dA-Za-z])"),
        holds: isIdentity
      },
      { kind: "identity", pattern: seeking("(?<![\\dA-Za-z])", "[1-8]\\d{14}", "(?![\\dA-Za-z])"), holds: isIdentity },
      { kind: "bank-card", pattern: seeking(ALONE[0], "62(?:[ -]?\\d){14,17}", ALONE[1]), holds: hasLuhnChecksum },
      { kind: "mobile", pattern: seeking(ALONE[0], `${COUNTRY}0?1[3-9]\\d{9}`, ALONE[1]), holds: always },
      {
        kind: "mobile",
        pattern: seeking(NO_CHAIN[0], `${COUNTRY}(?:${GROUPED}|${HALVES}|${SINGLES})`, NO_CHAIN[1]),
        holds: always
      },
      { kind: "landline", pattern: seeking(NO_CHAIN[0], AREA, ALONE[1]), holds: always },
      { kind: "landline", pattern: seeking(ALONE[0], AREA_ABROAD, ALONE[1]), holds: always },
      {
        kind: "plate",
        pattern: seeking("", `${PROVINCE_SIGNS} ?[A-Za-z][ .\xB7-]{0,2}${PLATE_NUMBER}`, "(?![A-Za-z0-9])"),
        holds: (plate) => /\d/.test(plate)
      }
    ];
  }
});

// libs/privacy/src/text-check.ts
var foundIn, LANDLINE_AREA, isAllowed, withoutOverlaps, personalNumbersIn;
var init_text_check = __esm({
  "libs/privacy/src/text-check.ts"() {
    init_folded_text();
    init_lookup();
    init_personal_patterns();
    foundIn = ({ text: text3, origin: origin2 }) => PATTERNS.flatMap(
      ({ kind: kind2, pattern, holds }) => [...text3.matchAll(pattern)].flatMap((match) => {
        const written = match[1] ?? "";
        const digits = written.replace(/[^\dA-Za-z\p{Script=Han}]/gu, "").toUpperCase();
        if (!holds(digits)) return [];
        const at = origin2[match.index];
        return [{ kind: kind2, at, length: origin2[match.index + written.length] - at, digits }];
      })
    );
    LANDLINE_AREA = /^0(?:10|2\d|[3-9]\d{2})/;
    isAllowed = ({ kind: kind2, digits }, allowed) => {
      if (kind2 !== "mobile" && kind2 !== "landline") return false;
      const number = normalisePhone(digits) ?? digits;
      return allowed.has(number) || allowed.has(number.replace(LANDLINE_AREA, ""));
    };
    withoutOverlaps = (found2) => {
      const kept = [];
      for (const one of [...found2].sort((a, b) => a.at - b.at || b.length - a.length)) {
        const last = kept.at(-1);
        if (!last || one.at >= last.at + last.length) kept.push(one);
      }
      return kept;
    };
    personalNumbersIn = (text3, options = {}) => {
      const allowed = new Set((options.allowed ?? []).map((number) => normalisePhone(number) ?? number));
      const found2 = [...foundIn(folded(text3)), ...foundIn(folded(text3, { chineseDigits: true }))];
      return withoutOverlaps(found2.filter((one) => !isAllowed(one, allowed))).map(({ kind: kind2, at, length }) => ({
        kind: kind2,
        at,
        length
      }));
    };
  }
});

// libs/privacy/src/erasure.ts
var init_erasure = __esm({
  "libs/privacy/src/erasure.ts"() {
  }
});

// libs/privacy/src/master-key.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync as mkdirSync2,
  openSync,
  readFileSync as readFileSync2,
  renameSync,
  rmSync,
  statSync,
  writeSync
} from "node:fs";
import { dirname as dirname2, join } from "node:path";
var init_master_key = __esm({
  "libs/privacy/src/master-key.ts"() {
  }
});

// libs/privacy/src/index.ts
var init_src2 = __esm({
  "libs/privacy/src/index.ts"() {
    init_boxes();
    init_sealing();
    init_marks();
    init_digest();
    init_lookup();
    init_text_check();
    init_erasure();
    init_master_key();
  }
});

// services/standalone/tmp.ts
init_src();

// libs/platform/src/composition.ts
init_src();

// libs/event-bus/src/public-event.ts
init_src();

// libs/runner/src/pause.ts
init_src();
import { setTimeout as after } from "node:timers/promises";

// libs/runner/src/policy-runner.ts
init_src();

// libs/runner/src/fold.ts
init_src();

// libs/runner/src/set-aside.ts
init_src();
var STEP = 2 ** -12;

// libs/runner/src/timers.ts
init_src();

// libs/platform/src/configuration.ts
import { isAbsolute, resolve } from "node:path";

// libs/platform/src/logging.ts
import { pino } from "pino";

// libs/platform/src/metrics.ts
init_src();
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

// libs/platform/src/office/office.types.ts
var ROLES = ["citizen", "operator", "unit-handler", "reviewer", "analyst", "administrator"];
var URGENCIES = ["normal", "urgent"];
var REPORT_CLASSES = {
  inquiry: { zh: "\u4FE1\u606F\u54A8\u8BE2", en: "Inquiries" },
  grievance: { zh: "\u6295\u8BC9\u4E3E\u62A5", en: "Complaints and reports" },
  suggestion: { zh: "\u610F\u89C1\u5EFA\u8BAE", en: "Comments and suggestions" }
};
var CASE_SERVICES = ["consultations", "complaints"];
var PUBLIC_PARTS = ["figures", "matters", "timelines"];
var CODED_LISTS = [
  "units",
  "sources",
  "media",
  "servicePoints",
  "kinds",
  "categories",
  "declineGrounds",
  "returnGrounds",
  "redoGrounds"
];

// libs/calendar/src/day.ts
var ImpossibleDay = class extends RangeError {
  constructor(text3) {
    super(`${JSON.stringify(text3)} is not a day: write YYYY-MM-DD, as 2021-04-12, a day that exists.`);
    this.name = "ImpossibleDay";
  }
};
var MS_A_DAY = 864e5;
var SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/;
var known = /* @__PURE__ */ new Map();
var names = /* @__PURE__ */ new Map();
var KNOWN_MAX = 5e4;
var remember = (day3, number) => {
  if (known.size >= KNOWN_MAX) {
    known.clear();
    names.clear();
  }
  known.set(day3, number);
  names.set(number, day3);
};
var measure = (text3) => {
  if (typeof text3 !== "string" || !SHAPE.test(text3)) throw new ImpossibleDay(text3);
  const ms = Date.UTC(Number(text3.slice(0, 4)), Number(text3.slice(5, 7)) - 1, Number(text3.slice(8)));
  if (new Date(ms).toISOString().slice(0, 10) !== text3) throw new ImpossibleDay(text3);
  remember(text3, ms / MS_A_DAY);
  return ms / MS_A_DAY;
};
var dayNumber = (day3) => known.get(day3) ?? measure(day3);
var dayOfNumber = (number) => {
  const found2 = names.get(number);
  if (found2 !== void 0) return found2;
  const date = new Date(number * MS_A_DAY);
  const text3 = Number.isNaN(date.getTime()) ? String(number) : date.toISOString().slice(0, 10);
  if (!SHAPE.test(text3)) throw new ImpossibleDay(text3);
  remember(text3, number);
  return text3;
};
var parseDay = (text3) => {
  dayNumber(text3);
  return text3;
};
var isDay = (text3) => {
  try {
    dayNumber(text3);
    return true;
  } catch {
    return false;
  }
};
var weekdayOfNumber = (number) => ((number + 3) % 7 + 7) % 7 + 1;
var yearOf = (day3) => Number(parseDay(day3).slice(0, 4));

// libs/calendar/src/calendar.ts
var YEARS_BEYOND = 100;
var CalendarTooShort = class extends RangeError {
  constructor({ version, firstYear, lastYear }, day3) {
    super(
      `The calendar ${version} covers ${firstYear} to ${lastYear} (and ${YEARS_BEYOND} years more provisionally), not ${day3}. Check the day, or add a holiday table that has it.`
    );
    this.name = "CalendarTooShort";
  }
};
var checkTables = ({ version, firstYear, lastYear, holidays, makeUpDays }) => {
  if (!(firstYear <= lastYear))
    throw new RangeError(`Calendar ${version}: firstYear ${firstYear} is after lastYear ${lastYear}.`);
  for (const day3 of [...Object.keys(holidays), ...Object.keys(makeUpDays)])
    if (yearOf(day3) < firstYear || yearOf(day3) > lastYear)
      throw new RangeError(`Calendar ${version}: ${day3} is outside ${firstYear} to ${lastYear}.`);
  for (const day3 of Object.keys(makeUpDays))
    if (Object.hasOwn(holidays, day3)) throw new RangeError(`Calendar ${version}: ${day3} is both free and worked.`);
};
var calendarFrom = (tables2) => {
  checkTables(tables2);
  const { version, firstYear, lastYear } = tables2;
  const holidays = new Map(Object.entries(tables2.holidays));
  const makeUpDays = new Map(Object.entries(tables2.makeUpDays));
  const covered = (day3) => {
    const number = dayNumber(day3);
    const year = yearOf(day3);
    if (year < firstYear || year > lastYear + YEARS_BEYOND) throw new CalendarTooShort(tables2, day3);
    return number;
  };
  return {
    version,
    firstYear,
    lastYear,
    isWorkingDay: (day3) => {
      const number = covered(day3);
      if (holidays.has(day3)) return false;
      return makeUpDays.has(day3) || weekdayOfNumber(number) <= 5;
    },
    provisional: (day3) => yearOf(day3) > lastYear,
    nameOf: (day3, lang) => (holidays.get(day3) ?? makeUpDays.get(day3))?.[lang] ?? null
  };
};

// libs/calendar/src/china.ts
import { createRequire } from "node:module";
var named = (days) => Object.fromEntries(
  Object.entries(days).map(([day3, text3]) => {
    const [en = "", zh = ""] = text3.split(",");
    return [day3, { zh, en }];
  })
);
var build = () => {
  const { holidays, workdays } = createRequire(import.meta.url)("chinese-days/dist/chinese-days.json");
  const years = Object.keys(holidays).map((day3) => Number(day3.slice(0, 4)));
  const lastYear = Math.max(...years);
  return calendarFrom({
    version: `cn-${lastYear}`,
    firstYear: Math.min(...years),
    lastYear,
    holidays: named(holidays),
    makeUpDays: named(workdays)
  });
};
var chinaCalendar = build();

// libs/calendar/src/office-time.ts
var MS_A_DAY2 = 864e5;
var zones = /* @__PURE__ */ new Map();
var zoneOf = (timeZone) => {
  const found2 = zones.get(timeZone);
  if (found2) return found2;
  const numeric = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  };
  const format2 = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", hourCycle: "h23", ...numeric });
  const made = { format: format2, offsets: /* @__PURE__ */ new Map() };
  zones.set(timeZone, made);
  return made;
};
var readOffset = ({ format: format2 }, ms) => {
  const part = {};
  for (const { type, value } of format2.formatToParts(ms)) part[type] = Number(value);
  const local = Date.UTC(part["year"], part["month"] - 1, part["day"], part["hour"], part["minute"], part["second"]);
  return local - Math.floor(ms / 1e3) * 1e3;
};
var offsetOfDay = (zone2, utcDay) => {
  const known3 = zone2.offsets.get(utcDay);
  if (known3 !== void 0) return known3;
  const first = readOffset(zone2, utcDay * MS_A_DAY2);
  const steady = first === readOffset(zone2, (utcDay + 1) * MS_A_DAY2) ? first : null;
  if (zone2.offsets.size >= 2e4) zone2.offsets.clear();
  zone2.offsets.set(utcDay, steady);
  return steady;
};
var offsetAt = (zone2, ms) => offsetOfDay(zone2, Math.floor(ms / MS_A_DAY2)) ?? readOffset(zone2, ms);
var instantMs = (instant2) => {
  const ms = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(instant2) ? Date.parse(instant2) : NaN;
  if (Number.isNaN(ms))
    throw new RangeError(`${JSON.stringify(instant2)} is no instant: write ISO 8601 in UTC, as 2021-04-12T01:30:00Z.`);
  return ms;
};
var localMs = (instant2, timeZone) => {
  const ms = instantMs(instant2);
  return ms + offsetAt(zoneOf(timeZone), ms);
};
var dayOf = (instant2, timeZone) => dayOfNumber(Math.floor(localMs(instant2, timeZone) / MS_A_DAY2));
var isTimeZone = (name) => {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
};

// libs/calendar/src/working-hours.ts
var TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
var minutesOfDay = (time2) => {
  const match = TIME.exec(time2);
  if (!match) throw new RangeError(`${JSON.stringify(time2)} is no time of day: write it as 08:30.`);
  return match[1] === void 0 ? 1440 : Number(match[1]) * 60 + Number(match[2]);
};

// libs/calendar/src/due.ts
var policyOf = (rule) => `${rule.id}@${rule.version}`;

// libs/platform/src/office/office.queries.ts
init_src();
var tables = /* @__PURE__ */ new WeakMap();
var inList = (list, code3) => {
  const table = tables.get(list) ?? new Map(list.map((entry) => [entry.code, entry]));
  tables.set(list, table);
  return table.get(code3) ?? null;
};
var kind = (office2, code3) => inList(office2.kinds, code3);
var inForce = (entry, onDay) => (entry.from === void 0 || entry.from <= onDay) && (entry.until === void 0 || onDay <= entry.until);

// libs/platform/src/office/office.error.ts
var lineOf = (file, { line, field, text: text3 }) => `${file}${line > 0 ? `:${line}` : ""}: ${field ? `${field}: ` : ""}${text3.en} / ${text3.zh}`;
var OfficeError = class extends Error {
  constructor(file, problems) {
    super(problems.map((problem2) => lineOf(file, problem2)).join("\n"));
    this.file = file;
    this.problems = problems;
    this.name = "OfficeError";
  }
  file;
  problems;
};

// libs/platform/src/office/load-office.ts
import { readFileSync } from "node:fs";
import { LineCounter, isMap, isScalar, parseDocument } from "yaml";

// libs/platform/src/office/nearest.ts
var distance = (a, b) => {
  let previous = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1, swapped ? previous[j - 2] + 1 : Infinity));
    }
    previous = row;
    row = next;
  }
  return row[b.length];
};
var nearest = (written, words2) => {
  let best = null;
  let least = Math.max(2, Math.ceil(written.length / 3)) + 1;
  for (const word of words2) {
    const away = distance(written.toLowerCase(), word.toLowerCase());
    if (away < least) [best, least] = [word, away];
  }
  return best;
};

// libs/platform/src/office/office.schema.ts
import { z } from "zod";
var CHECKS = ["words", "code", "day", "zone", "time", "hours", "rule-id"];
var check = (name) => ({
  error: ({ code: code3 }) => code3 === "invalid_type" ? void 0 : name
});
var isTime = (text3) => {
  try {
    minutesOfDay(text3);
    return true;
  } catch {
    return false;
  }
};
var words = z.string().refine((text3) => text3.trim() !== "" && text3.length <= 500 && !text3.includes("\0"), check("words"));
var text = z.strictObject({ zh: words, en: words });
var code = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, check("code"));
var day = z.string().refine(isDay, check("day"));
var role = z.enum(ROLES);
var time = z.string().refine(isTime, check("time"));
var count = z.int().min(0).max(1e3);
var coded = { code, name: text, until: day.exactOptional() };
var hours = z.array(z.strictObject({ from: time, to: time })).min(1).refine(
  (spans) => spans.every(({ from, to }, i) => from < to && (i === 0 || spans[i - 1].to <= from)),
  check("hours")
);
var deadline = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, check("rule-id")),
  version: z.int().min(1).max(1e4),
  name: text,
  kinds: z.array(code).min(1),
  urgency: z.enum(URGENCIES),
  from: day.exactOptional(),
  until: day.exactOptional(),
  workingDays: count,
  warnWorkingDaysBefore: count,
  superviseAfterWorkingDays: count,
  extension: z.strictObject({
    maxWorkingDays: z.int().min(1).max(1e3),
    times: z.int().min(1).max(100),
    grantedBy: z.array(role).min(1)
  }).exactOptional(),
  source: words
});
var parts = z.array(z.enum(PUBLIC_PARTS));
var officeSchema = z.strictObject({
  office: z.strictObject({ name: text, timeZone: z.string().refine(isTimeZone, check("zone")), hours }),
  units: z.array(z.strictObject({ ...coded, parent: code.exactOptional(), from: day, successor: code.exactOptional() })).min(1),
  sources: z.array(z.strictObject({ ...coded, phone: words.exactOptional(), platform: z.boolean() })).min(1),
  media: z.array(z.strictObject(coded)).min(1),
  servicePoints: z.array(z.strictObject({ ...coded, unit: code, address: text })),
  kinds: z.array(
    z.strictObject({
      ...coded,
      reportClass: z.enum(Object.keys(REPORT_CLASSES)),
      service: z.enum(CASE_SERVICES)
    })
  ).min(1),
  categories: z.array(z.strictObject({ ...coded, parent: code.exactOptional(), unit: code.exactOptional() })).min(1),
  declineGrounds: z.array(z.strictObject({ ...coded, whereTo: text, source: words })).min(1),
  returnGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  redoGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  deadlines: z.array(deadline).min(1),
  followUp: z.strictObject({ workingDaysAfter: count, source: words }),
  occurredAt: z.strictObject({ statedBy: z.array(role), maxDaysBack: z.int().min(0).max(36600), source: words }),
  publicPage: z.strictObject({ withoutSignIn: parts, inDemo: parts, source: words }),
  roles: z.array(z.strictObject({ code: role, name: text })).min(1)
});
var schemaAt = (path) => {
  let at = officeSchema;
  for (const step of path) {
    while (at instanceof z.ZodExactOptional) at = at.unwrap();
    const next = at instanceof z.ZodArray ? at.element : at instanceof z.ZodObject ? at.shape[String(step)] : void 0;
    if (next === void 0) return null;
    at = next;
  }
  return at instanceof z.ZodExactOptional ? at.unwrap() : at;
};
var keysAt = (path) => {
  const at = schemaAt(path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
};

// libs/platform/src/office/office.problems.ts
var CHECK_TEXTS = {
  words: { zh: "\u4E0D\u80FD\u4E3A\u7A7A\uFF0C\u6700\u591A500\u4E2A\u5B57\u7B26", en: "must be a text of 1 to 500 characters" },
  code: {
    zh: "\u4EE3\u7801\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\uFF0C\u4E2D\u95F4\u53EF\u7528\u70B9\u6216\u8FDE\u5B57\u7B26\uFF0C\u5982 taxi.fare",
    en: "a code is made of lower-case letters and digits, parted by dots or hyphens, as taxi.fare"
  },
  "rule-id": {
    zh: "\u89C4\u5B9A\u7684 id \u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\uFF0C\u4E2D\u95F4\u53EF\u7528\u70B9\u6216\u8FDE\u5B57\u7B26\uFF0C\u5982 grievance.normal",
    en: "an id is made of lower-case letters and digits, parted by dots or hyphens, as grievance.normal"
  },
  day: { zh: "\u4E0D\u662F\u5B58\u5728\u7684\u65E5\u671F\uFF0C\u5E94\u5199\u6210 2022-01-01", en: "is not a day that exists; write it as 2022-01-01" },
  zone: { zh: "\u4E0D\u662F\u65F6\u533A\u540D\u79F0\uFF0C\u5E94\u5199\u6210 Asia/Shanghai", en: "is not a time zone; write it as Asia/Shanghai" },
  time: { zh: '\u4E0D\u662F\u65F6\u523B\uFF0C\u5E94\u5199\u6210 "08:30"', en: 'is not a time of day; write it as "08:30"' },
  hours: {
    zh: "\u4E0A\u73ED\u65F6\u95F4\u987B\u4ECE\u65E9\u5230\u665A\u6392\u5217\uFF0C\u6BCF\u6BB5\u5F00\u59CB\u65E9\u4E8E\u7ED3\u675F\uFF0C\u4E92\u4E0D\u91CD\u53E0",
    en: "office hours go from early to late, each beginning before it ends, none overlapping"
  }
};
var hint = (written, words2) => {
  const like = nearest(written, words2);
  return like === null ? { zh: "", en: "" } : { zh: `\uFF1B\u662F\u5426\u60F3\u5199 ${like}\uFF1F`, en: `; did you mean ${like}?` };
};
var TYPES = {
  string: { zh: "\u6587\u5B57\uFF08\u7EAF\u6570\u5B57\u7684\u8BF7\u52A0\u5F15\u53F7\uFF09", en: "a text (put digits in quotes)" },
  int: { zh: "\u6574\u6570", en: "a whole number" },
  number: { zh: "\u6574\u6570", en: "a whole number" },
  boolean: { zh: "true \u6216 false", en: "true or false" },
  array: { zh: "\u5217\u8868", en: "a list" },
  object: { zh: "\u4E00\u7EC4\u5B57\u6BB5", en: "a group of fields" }
};
var wrongType = (expected, value) => {
  const { zh, en } = TYPES[expected] ?? { zh: expected, en: expected };
  return value === void 0 ? { zh: `\u7F3A\u5C11\u6B64\u5B57\u6BB5\uFF0C\u5E94\u4E3A${zh}`, en: `is missing; it must be ${en}` } : { zh: `\u5E94\u4E3A${zh}`, en: `must be ${en}` };
};
var oneOf = (values, value) => {
  const list = values.join(", ");
  if (value === void 0)
    return { zh: `\u7F3A\u5C11\u6B64\u5B57\u6BB5\uFF0C\u5E94\u4E3A\u5176\u4E2D\u4E4B\u4E00\uFF1A${list}`, en: `is missing; it must be one of ${list}` };
  const like = hint(String(value), values.map(String));
  return {
    zh: `\u201C${String(value)}\u201D\u5E94\u4E3A\u5176\u4E2D\u4E4B\u4E00\uFF1A${list}${like.zh}`,
    en: `'${String(value)}' must be one of ${list}${like.en}`
  };
};
var tooSmall = (origin2, minimum) => origin2 === "array" ? { zh: `\u81F3\u5C11\u8981\u6709 ${String(minimum)} \u9879`, en: `must have at least ${String(minimum)} entry` } : { zh: `\u4E0D\u5F97\u5C0F\u4E8E ${String(minimum)}`, en: `must not be less than ${String(minimum)}` };
var fallback = (message) => CHECKS.includes(message) ? CHECK_TEXTS[message] : { zh: `\u6709\u8BEF\uFF08${message}\uFF09`, en: message };
var textOf = (issue, value) => {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value);
    case "invalid_value":
      return oneOf(issue.values, value);
    case "too_small":
      return tooSmall(issue.origin, issue.minimum);
    case "too_big":
      return { zh: `\u4E0D\u5F97\u5927\u4E8E ${String(issue.maximum)}`, en: `must not be more than ${String(issue.maximum)}` };
    default:
      return fallback(issue.message);
  }
};
var unknownKey = (path, key) => {
  const known3 = keysAt(path);
  const like = hint(key, known3);
  const list = known3.join(", ");
  const comma = key.includes(" ") ? { zh: "\uFF08\u6587\u5B57\u4E2D\u6709\u9017\u53F7\u7684\uFF0C\u987B\u6574\u6BB5\u52A0\u5F15\u53F7\uFF09", en: " (a text with a comma in it must be in quotes)" } : { zh: "", en: "" };
  const text3 = {
    zh: `\u6CA1\u6709\u201C${key}\u201D\u8FD9\u4E2A\u5B57\u6BB5${comma.zh}${like.zh || `\uFF0C\u53EF\u7528\u7684\u6709\uFF1A${list}`}`,
    en: `there is no field '${key}'${comma.en}${like.en || `; there are ${list}`}`
  };
  return { path, key, text: text3 };
};
var schemaProblems = (issues, valueAt) => issues.flatMap(
  (issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => unknownKey(issue.path, key)) : [{ path: issue.path, text: textOf(issue, valueAt(issue.path)) }]
);
var duplicates = (names2) => {
  const first = /* @__PURE__ */ new Set();
  return names2.flatMap(([path, name]) => {
    if (!first.has(name)) {
      first.add(name);
      return [];
    }
    return [
      { path, text: { zh: `\u201C${name}\u201D\u91CD\u590D\uFF1A\u4EE3\u7801\u4E0D\u5F97\u91CD\u590D\u4F7F\u7528`, en: `'${name}' is used twice; a code is never reused` } }
    ];
  });
};
var unknownCode = (path, code3, codes2) => {
  if (codes2.has(code3)) return [];
  const like = hint(code3, codes2);
  return [{ path, text: { zh: `\u6CA1\u6709\u4EE3\u7801\u201C${code3}\u201D${like.zh}`, en: `there is no code '${code3}'${like.en}` } }];
};

// libs/platform/src/office/office.deadline-rules.ts
var FIRST = "1000-01-01";
var LAST = "9999-12-31";
var overlap = (a, b) => a.urgency === b.urgency && a.kinds.some((kind2) => b.kinds.includes(kind2)) && (a.from ?? FIRST) <= (b.until ?? LAST) && (b.from ?? FIRST) <= (a.until ?? LAST);
var overlaps = ({ deadlines }) => deadlines.flatMap((rule, i) => {
  const other = deadlines.slice(0, i).find((earlier) => overlap(earlier, rule));
  if (!other) return [];
  const name = policyOf(other);
  const text3 = {
    zh: `\u4E0E\u201C${name}\u201D\u7684\u7C7B\u578B\u3001\u7D27\u6025\u7A0B\u5EA6\u548C\u6709\u6548\u671F\u91CD\u53E0\uFF1A\u540C\u4E00\u4EF6\u53EA\u80FD\u9002\u7528\u4E00\u6761\uFF0C\u8BF7\u7ED9\u524D\u4E00\u6761\u5199 until`,
    en: `overlaps ${name} in kind, urgency and days: one rule must hold for a matter; give the earlier one until`
  };
  return [{ path: ["deadlines", i, "kinds"], text: text3 }];
});
var uncovered = ({ deadlines }, kind2, urgency2) => kind2.until === void 0 && !deadlines.some((rule) => rule.urgency === urgency2 && rule.kinds.includes(kind2.code) && rule.until === void 0);
var gaps = (office2) => office2.kinds.flatMap(
  (kind2, i) => URGENCIES.filter((urgency2) => uncovered(office2, kind2, urgency2)).map((urgency2) => ({
    path: ["kinds", i, "code"],
    text: {
      zh: `\u7C7B\u578B\u201C${kind2.code}\u201D\u6CA1\u6709 ${urgency2} \u7684\u529E\u7406\u65F6\u9650\uFF0C\u8BF7\u5728 deadlines \u4E2D\u52A0\u4E0A`,
      en: `the kind '${kind2.code}' has no deadline for urgency ${urgency2}: add it to deadlines`
    }
  }))
);
var inside = ({ from, until, workingDays: workingDays2, warnWorkingDaysBefore }, i) => {
  const found2 = [];
  if (from !== void 0 && until !== void 0 && until < from)
    found2.push({ path: ["deadlines", i, "until"], text: { zh: `\u65E9\u4E8E from ${from}`, en: `is before from, ${from}` } });
  if (warnWorkingDaysBefore > workingDays2)
    found2.push({
      path: ["deadlines", i, "warnWorkingDaysBefore"],
      text: { zh: `\u5927\u4E8E\u65F6\u9650 ${workingDays2} \u4E2A\u5DE5\u4F5C\u65E5`, en: `is more than the limit, ${workingDays2} working days` }
    });
  return found2;
};
var deadlineProblems = (office2) => {
  const kinds = new Set(office2.kinds.map(({ code: code3 }) => code3));
  const named2 = office2.deadlines.map((rule, i) => [["deadlines", i, "version"], policyOf(rule)]);
  return [
    ...duplicates(named2),
    ...office2.deadlines.flatMap(
      (rule, i) => rule.kinds.flatMap((kind2, j) => unknownCode(["deadlines", i, "kinds", j], kind2, kinds))
    ),
    ...office2.deadlines.flatMap(inside),
    ...overlaps(office2),
    ...gaps(office2)
  ];
};

// libs/platform/src/office/office.rules.ts
var within = (inner, outer) => (outer.from === void 0 || inner.from !== void 0 && inner.from >= outer.from) && (outer.until === void 0 || inner.until !== void 0 && inner.until <= outer.until);
var codesOf = (list) => new Set(list.map(({ code: code3 }) => code3));
var inCycle = (byCode, code3) => {
  const seen = /* @__PURE__ */ new Set();
  let at = code3;
  while (at !== void 0 && !seen.has(at)) {
    seen.add(at);
    at = byCode.get(at)?.parent;
  }
  return at === code3;
};
var treeProblems = (list, tree) => {
  const byCode = new Map(tree.map((entry) => [entry.code, entry]));
  const codes2 = codesOf(tree);
  return tree.flatMap(({ code: code3, parent }, i) => {
    if (parent === void 0) return [];
    const path = [list, i, "parent"];
    const cycle = {
      path,
      text: { zh: `\u201C${code3}\u201D\u6210\u4E86\u81EA\u5DF1\u7684\u4E0A\u7EA7`, en: `'${code3}' is above itself: the tree has a cycle` }
    };
    return [...unknownCode(path, parent, codes2), ...inCycle(byCode, code3) ? [cycle] : []];
  });
};
var successorProblems = (each, i, successor) => {
  if (each.successor === void 0) return [];
  if (each.until === void 0)
    return [
      {
        path: ["units", i, "successor"],
        text: { zh: "\u6709\u63A5\u7EED\u5355\u4F4D\u7684\u987B\u5199 until\uFF08\u6700\u540E\u4E00\u5929\uFF09", en: "needs until, the last day, beside a successor" }
      }
    ];
  if (successor === void 0 || successor.from > each.until) return [];
  const text3 = {
    zh: `\u4E0E\u201C${each.code}\u201D\u7684\u6709\u6548\u671F\u91CD\u53E0\uFF1Afrom \u987B\u665A\u4E8E ${each.until}`,
    en: `overlaps '${each.code}', whose last day is ${each.until}: from must be later`
  };
  return [{ path: ["units", i, "successor"], text: text3 }];
};
var validityProblems = (units) => {
  const byCode = new Map(units.map((each) => [each.code, each]));
  return units.flatMap((each, i) => {
    const parent = each.parent === void 0 ? void 0 : byCode.get(each.parent);
    const found2 = [];
    if (each.until !== void 0 && each.until < each.from)
      found2.push({
        path: ["units", i, "until"],
        text: { zh: `\u65E9\u4E8E from ${each.from}`, en: `is before from, ${each.from}` }
      });
    if (parent && !within(each, parent))
      found2.push({
        path: ["units", i, "parent"],
        text: {
          zh: `\u6709\u6548\u671F\u8D85\u51FA\u4E0A\u7EA7\u201C${parent.code}\u201D\u7684\u6709\u6548\u671F`,
          en: `the unit is there on days when '${parent.code}' above it is not`
        }
      });
    return [
      ...found2,
      ...successorProblems(each, i, each.successor === void 0 ? void 0 : byCode.get(each.successor))
    ];
  });
};
var referenceProblems = (office2) => {
  const units = codesOf(office2.units);
  return [
    ...office2.units.flatMap(
      ({ successor }, i) => successor === void 0 ? [] : unknownCode(["units", i, "successor"], successor, units)
    ),
    ...office2.servicePoints.flatMap(({ unit }, i) => unknownCode(["servicePoints", i, "unit"], unit, units)),
    ...office2.categories.flatMap(
      ({ unit }, i) => unit === void 0 ? [] : unknownCode(["categories", i, "unit"], unit, units)
    )
  ];
};
var roleProblems = ({ roles }) => ROLES.filter((code3) => !roles.some((role2) => role2.code === code3)).map((code3) => ({
  path: ["roles"],
  text: { zh: `\u7F3A\u5C11\u89D2\u8272\u201C${code3}\u201D`, en: `the role '${code3}' is missing` }
}));
var namesIn = (office2) => [
  ...CODED_LISTS.map((list) => office2[list].map(({ code: code3 }, i) => [[list, i, "code"], code3])),
  office2.roles.map(({ code: code3 }, i) => [["roles", i, "code"], code3])
];
var brokenRules = (office2) => [
  ...namesIn(office2).flatMap(duplicates),
  ...treeProblems("units", office2.units),
  ...treeProblems("categories", office2.categories),
  ...referenceProblems(office2),
  ...validityProblems(office2.units),
  ...deadlineProblems(office2),
  ...roleProblems(office2)
];

// libs/platform/src/office/load-office.ts
var fieldOf = (path) => path.reduce(
  (text3, step) => typeof step === "number" ? `${text3}[${step}]` : `${text3}${text3 && "."}${String(step)}`,
  ""
);
var rangeStart = (node) => {
  const range = node?.range;
  return range?.[0] ?? null;
};
var lineAt = ({ document, lines }, path) => {
  for (let length = path.length; length > 0; length--) {
    const around = document.getIn(path.slice(0, length - 1), true);
    const step = path[length - 1];
    const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === step) : void 0;
    const start = rangeStart(pair?.key) ?? rangeStart(document.getIn(path.slice(0, length), true));
    if (start !== null) return lines.linePos(start).line;
  }
  return 1;
};
var located = (where, { path, key, text: text3 }) => ({
  line: lineAt(where, key === void 0 ? path : [...path, key]),
  field: fieldOf(key === void 0 ? path : [...path, key]),
  text: text3
});
var syntaxProblems = ({ document, lines }) => [...document.errors, ...document.warnings].map(({ message, pos }) => {
  const first = message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, "");
  return {
    line: lines.linePos(pos[0]).line,
    field: "",
    text: { zh: `\u4E0D\u662F\u6709\u6548\u7684 YAML\uFF08${first}\uFF09`, en: `not valid YAML: ${first}` }
  };
});
var freeze = (value) => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};
var plain = (file, document) => {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error.message;
    throw new OfficeError(file, [
      { line: 0, field: "", text: { zh: `\u65E0\u6CD5\u8BFB\u53D6\uFF08${message}\uFF09`, en: `cannot be read: ${message}` } }
    ]);
  }
};
var valueIn = (content, path) => path.reduce((at, step) => at?.[step], content);
var parseOffice = (text3, file) => {
  const lines = new LineCounter();
  const document = parseDocument(text3.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    prettyErrors: true,
    uniqueKeys: true
  });
  const where = { document, lines };
  const syntax = syntaxProblems(where);
  if (syntax.length > 0) throw new OfficeError(file, syntax);
  const content = plain(file, document);
  const result = officeSchema.safeParse(content);
  const found2 = result.success ? brokenRules(result.data) : schemaProblems(result.error.issues, (path) => valueIn(content, path));
  if (!result.success || found2.length > 0) {
    const problems = found2.map((each) => located(where, each)).sort((a, b) => a.line - b.line);
    throw new OfficeError(file, problems);
  }
  return freeze(result.data);
};
var READING = {
  ENOENT: { zh: "\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6", en: "there is no such file" },
  EACCES: { zh: "\u6CA1\u6709\u8BFB\u53D6\u6743\u9650", en: "it may not be read" },
  EISDIR: { zh: "\u8FD9\u662F\u6587\u4EF6\u5939\uFF0C\u4E0D\u662F\u6587\u4EF6", en: "it is a folder, not a file" }
};
var read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code: code3 = "", message } = error;
    throw new OfficeError(file, [
      { line: 0, field: "", text: READING[code3] ?? { zh: `\u65E0\u6CD5\u8BFB\u53D6\uFF08${message}\uFF09`, en: message } }
    ]);
  }
};
var loadOffice = (file) => parseOffice(read(file), file);

// libs/platform/src/office/office.changes.ts
init_src();

// libs/platform/src/origin.ts
init_src();

// libs/platform/src/platform.module.ts
import { Module } from "@nestjs/common";

// libs/platform/src/service.ts
var SERVICE_CONTEXT = /* @__PURE__ */ Symbol("ServiceContext");

// libs/platform/src/platform.module.ts
var PlatformModule = class {
  static for(context) {
    return {
      module: PlatformModule,
      global: true,
      providers: [{ provide: SERVICE_CONTEXT, useValue: context }],
      exports: [SERVICE_CONTEXT]
    };
  }
};
PlatformModule = __decorateClass([
  Module({})
], PlatformModule);

// libs/platform/src/stores.ts
import { dirname } from "node:path";
import { mkdirSync } from "node:fs";

// libs/platform/src/worker.ts
init_src();
init_src2();
import { setMaxListeners } from "node:events";

// services/standalone/src/import/import.types.ts
var ImportError = class extends Error {
  constructor(file, text3, options) {
    super(`${file}: ${text3.en} / ${text3.zh}`, options);
    this.file = file;
    this.text = text3;
    this.name = "ImportError";
  }
  file;
  text;
};

// services/standalone/src/import/import-file.ts
init_src();

// services/standalone/src/sheets/sheet.types.ts
var TEXTS = {
  NoSuchFile: { zh: "\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6,\u6216\u65E0\u6743\u8BFB\u53D6", en: "there is no such file, or it may not be read" },
  Empty: { zh: "\u6587\u4EF6\u662F\u7A7A\u7684", en: "the file is empty" },
  Encrypted: {
    zh: "\u8868\u683C\u52A0\u4E86\u5BC6\u7801:\u8BF7\u5728\u8868\u683C\u8F6F\u4EF6\u4E2D\u53D6\u6D88\u5BC6\u7801\u540E\u53E6\u5B58",
    en: "the spreadsheet has a password: save it without one"
  },
  Broken: {
    zh: "\u8868\u683C\u6587\u4EF6\u5DF2\u635F\u574F\u6216\u4E0D\u5B8C\u6574:\u8BF7\u91CD\u65B0\u5BFC\u51FA,\u6216\u5728\u8868\u683C\u8F6F\u4EF6\u4E2D\u6253\u5F00\u540E\u53E6\u5B58\u4E3A XLSX",
    en: "the spreadsheet is damaged or cut short: export it again, or open it in a spreadsheet program and save it as XLSX"
  },
  NotASheet: {
    zh: "\u4E0D\u662F XLSX\u3001XLS \u6216 CSV \u8868\u683C:\u8BF7\u5728\u8868\u683C\u8F6F\u4EF6\u4E2D\u6253\u5F00\u540E\u53E6\u5B58\u4E3A XLSX",
    en: "this is no XLSX, XLS or CSV sheet: open it in a spreadsheet program and save it as XLSX"
  },
  WebPage: {
    zh: "\u8FD9\u662F\u4EE5\u8868\u683C\u6269\u5C55\u540D\u4FDD\u5B58\u7684\u7F51\u9875:\u8BF7\u5728\u8868\u683C\u8F6F\u4EF6\u4E2D\u6253\u5F00\u540E\u53E6\u5B58\u4E3A XLSX",
    en: "this is a web page saved under a spreadsheet\u2019s name: open it in a spreadsheet program and save it as XLSX"
  },
  TooLarge: {
    zh: "\u8868\u683C\u89E3\u538B\u540E\u8FC7\u5927,\u5DF2\u505C\u6B62\u8BFB\u53D6:\u8BF7\u5206\u6210\u51E0\u4E2A\u6587\u4EF6",
    en: "the spreadsheet unpacks to too much: reading stopped; split it into several files"
  },
  BadText: {
    zh: "\u6587\u672C\u7F16\u7801\u65E0\u6CD5\u8BC6\u522B:\u8BF7\u53E6\u5B58\u4E3A UTF-8 \u7684 CSV \u6216 XLSX",
    en: "the text\u2019s encoding is not known: save it as CSV in UTF-8 or as XLSX"
  },
  BadCsv: { zh: "CSV \u5F15\u53F7\u6216\u5206\u9694\u6709\u8BEF", en: "the CSV\u2019s quotes or separators are wrong" },
  NoSuchSheet: { zh: "\u6CA1\u6709\u8FD9\u4E2A\u5DE5\u4F5C\u8868", en: "there is no such sheet" }
};
var SheetError = class extends Error {
  constructor(code3, file, detail = "", options) {
    const { zh, en } = TEXTS[code3];
    super(`${file}: ${en}${detail && ` (${detail})`} / ${zh}${detail && `\uFF08${detail}\uFF09`}`, options);
    this.code = code3;
    this.file = file;
    this.detail = detail;
    this.name = "SheetError";
    this.text = { zh: `${zh}${detail && `\uFF08${detail}\uFF09`}`, en: `${en}${detail && ` (${detail})`}` };
  }
  code;
  file;
  detail;
  text;
};

// services/standalone/src/sheets/open-book.ts
import { open } from "node:fs/promises";

// services/standalone/src/sheets/csv.ts
import { Readable } from "node:stream";
import { parse } from "csv-parse";

// services/standalone/src/sheets/read-bytes.ts
var PIECE = 256 * 1024;
async function* readBytes(handle, start, end = Infinity) {
  for (let at = start; at < end; ) {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, end - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

// services/standalone/src/sheets/csv.ts
var MAX_RECORD = 4 * 1024 * 1024;
async function* texts(handle, encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of readBytes(handle, 0)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
var decodes = async (handle, encoding) => {
  try {
    for await (const text3 of texts(handle, encoding)) if (text3.includes("\0")) return false;
    return true;
  } catch {
    return false;
  }
};
var encodingOf = async (handle, file, first) => {
  if (first[0] === 255 && first[1] === 254) return "utf-16le";
  for (const encoding of ["utf-8", "gb18030"]) if (await decodes(handle, encoding)) return encoding;
  throw new SheetError("BadText", file);
};
var delimiterOf = async (handle, encoding) => {
  let head = "";
  for await (const text3 of texts(handle, encoding)) if ((head += text3).length > 0) break;
  const line = head.replace(/"[^"]*"/g, "").split(/\r?\n/).find((each) => each.trim() !== "") ?? "";
  const count2 = (separator) => line.split(separator).length;
  return [",", "	", ";", "|"].reduce((best, each) => count2(each) > count2(best) ? each : best);
};
var parser = (delimiter) => parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: MAX_RECORD });
async function* rowsOf(handle, file, how) {
  const source = Readable.from(texts(handle, how.encoding));
  const records = source.pipe(parser(how.delimiter));
  source.on("error", (error) => records.destroy(error));
  let number = 0;
  try {
    for await (const record of records) {
      yield { number: ++number, cells: record.map((text3) => text3 === "" ? null : text3) };
    }
  } catch (error) {
    throw new SheetError("BadCsv", file, `${number + 1}`, { cause: error });
  } finally {
    source.destroy();
  }
}
var openCsv = async (handle, file, options = {}) => {
  const first = Buffer.alloc(4);
  await handle.read(first, 0, 4, 0);
  const encoding = options.encoding ?? await encodingOf(handle, file, first);
  const delimiter = options.delimiter ?? await delimiterOf(handle, encoding);
  return {
    format: "csv",
    sheets: ["CSV"],
    rows: () => rowsOf(handle, file, { encoding, delimiter }),
    close: () => handle.close()
  };
};

// services/standalone/src/sheets/xls.ts
import { read as read2 } from "@e965/xlsx";

// services/standalone/src/sheets/serial-date.ts
var SECONDS_A_DAY = 86400;
var EPOCH_1900 = 25569;
var EPOCH_1904 = 24107;
var LAST2 = 2958466;
var dateOfSerial = (serial, showsTime, from1904 = false) => {
  if (!(serial >= 0 && serial < LAST2)) return null;
  const shifted = !from1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((shifted - (from1904 ? EPOCH_1904 : EPOCH_1900)) * SECONDS_A_DAY);
  const local = new Date(seconds * 1e3).toISOString().slice(0, 19);
  const precision = !local.endsWith(":00") ? "second" : showsTime || !local.endsWith("T00:00:00") ? "minute" : "day";
  return { kind: "date", local, precision };
};
var DAYS = /* @__PURE__ */ new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
var TIMES = /* @__PURE__ */ new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
var formatShows = (id, code3) => {
  if (code3 === void 0) return TIMES.has(id) ? "time" : DAYS.has(id) ? "day" : "number";
  const bare = code3.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").split(";")[0];
  if (/general|[#?0](?!.*[ymdhs])/i.test(bare) && !/[ydhs]/i.test(bare.replace(/general/gi, ""))) return "number";
  return /[hs]/i.test(bare) ? "time" : /[ymd]/i.test(bare) ? "day" : "number";
};

// services/standalone/src/sheets/xls.ts
var MAX_BYTES = 64 * 1024 * 1024;
var cellOf = (cell, from1904) => {
  if (!cell || cell.v === void 0 || cell.t === "z") return null;
  if (cell.t === "e") return { kind: "error", code: cell.w ?? "#ERROR" };
  if (typeof cell.v !== "number") return cell.v instanceof Date ? null : cell.v === "" ? null : cell.v;
  const shows = formatShows(0, cell.z === void 0 ? void 0 : String(cell.z));
  return shows === "number" ? cell.v : dateOfSerial(cell.v, shows === "time", from1904) ?? cell.v;
};
var parsed = async (handle, file) => {
  const bytes = await handle.readFile();
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new SheetError("Encrypted", file);
  try {
    return read2(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false });
  } catch (error) {
    const code3 = /password|encrypt/i.test(error.message) ? "Encrypted" : "Broken";
    throw new SheetError(code3, file, "", { cause: error });
  }
};
var openXls = async (handle, file) => {
  if ((await handle.stat()).size > MAX_BYTES) throw new SheetError("TooLarge", file);
  const book = await parsed(handle, file);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format: "xls",
    sheets: book.SheetNames,
    async *rows(sheet) {
      const data = book.Sheets[sheet]?.["!data"];
      if (!data) throw new SheetError("NoSuchSheet", file, sheet);
      for (let index = 0; index < data.length; index++)
        yield { number: index + 1, cells: (data[index] ?? []).map((cell) => cellOf(cell, from1904)) };
    },
    close: () => handle.close()
  };
};

// services/standalone/src/sheets/xml.ts
var BrokenXml = class extends Error {
};
var ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
var MAX_TAG = 1024 * 1024;
var characterOf = (name) => {
  if (!name.startsWith("#")) return ENTITIES[name];
  const code3 = name[1] === "x" ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code3 >= 0 && code3 <= 1114111 ? String.fromCodePoint(code3) : void 0;
};
var unescapeXml = (text3) => text3.includes("&") ? text3.replace(/&(#x?[0-9a-fA-F]+|[a-z]+);/g, (all, name) => characterOf(name) ?? all) : text3;
var attribute = (attributes, name) => {
  const found2 = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found2 ? unescapeXml(found2[1] ?? found2[2] ?? "") : void 0;
};
var localName = (name) => name.slice(name.indexOf(":") + 1);
var tag = (body, events) => {
  if (body.startsWith("/")) return events.close(localName(body.slice(1).trimEnd()));
  const empty2 = body.endsWith("/");
  const inner = empty2 ? body.slice(0, -1) : body;
  const end = inner.search(/\s/);
  const name = localName(end < 0 ? inner : inner.slice(0, end));
  events.open(name, end < 0 ? "" : inner.slice(end));
  if (empty2) events.close(name);
};
var SPECIAL = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"]
];
var markup = (text3, at, events) => {
  for (const [begin, finish] of SPECIAL) {
    if (!text3.startsWith(begin, at)) continue;
    const end2 = text3.indexOf(finish, at + begin.length);
    if (end2 >= 0 && begin === "<![CDATA[") events.text(text3.slice(at + begin.length, end2).replaceAll("&", "&amp;"));
    return end2 < 0 ? -1 : end2 + finish.length;
  }
  const end = text3.indexOf(">", at);
  if (end < 0 || end - at < 9 && "<![CDATA[".startsWith(text3.slice(at, end))) return -1;
  if (text3.startsWith("<!DOCTYPE", at)) throw new BrokenXml("a document type");
  tag(text3.slice(at + 1, end), events);
  return end + 1;
};
var xmlReader = (events) => {
  let rest = "";
  const step = (text3, at) => {
    const next = text3.indexOf("<", at);
    if (next < 0) return -1;
    if (next > at) events.text(text3.slice(at, next));
    const after3 = markup(text3, next, events);
    if (after3 < 0) rest = text3.slice(next);
    return after3;
  };
  return {
    write: (piece) => {
      const text3 = rest + piece;
      rest = "";
      for (let at = 0; at < text3.length; ) {
        const after3 = step(text3, at);
        if (after3 < 0) {
          if (rest === "") rest = text3.slice(at);
          break;
        }
        at = after3;
      }
      if (rest.length > MAX_TAG) throw new BrokenXml("a tag or text without an end");
    },
    end: () => {
      if (rest.trim() !== "") throw new BrokenXml("cut short");
    }
  };
};

// services/standalone/src/sheets/xlsx-parts.ts
import { StringDecoder } from "node:string_decoder";

// services/standalone/src/sheets/zip.ts
import { createInflateRaw } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
var END = 101010256;
var END64_LOCATOR = 117853008;
var ENTRY = 33639248;
var LOCAL = 67324752;
var MAX_DIRECTORY = 16 * 1024 * 1024;
var U32 = 4294967295;
var readAt = async (handle, offset, length) => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
};
var directory64 = async (handle, locator) => {
  const end = await readAt(handle, Number(locator.readBigUInt64LE(8)), 56);
  return { size: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
};
var directoryOf = async (handle, file, fileSize) => {
  const tailLength = Math.min(fileSize, 65557 + 20);
  const tail = await readAt(handle, fileSize - tailLength, tailLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const locator = at >= 20 ? tail.subarray(at - 20, at) : null;
    if (locator?.readUInt32LE(0) === END64_LOCATOR) return directory64(handle, locator);
    return { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  throw new SheetError("Broken", file);
};
var wide = (extra, values) => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return values.map((value) => value === U32 ? Number(extra.readBigUInt64LE((next += 8) - 8)) : value);
  }
  return [...values];
};
var entriesOf = (directory) => {
  const entries = /* @__PURE__ */ new Map();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(
      (field) => directory.readUInt16LE(at + field)
    );
    const nameEnd = at + 46 + nameLength;
    const name = directory.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/").replace(/^\/+/, "");
    const sizes = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
    const [, packed, offset] = wide(directory.subarray(nameEnd, nameEnd + extraLength), sizes);
    entries.set(name.toLowerCase(), {
      name,
      method: directory.readUInt16LE(at + 10),
      packed,
      offset
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
};
var openZip = async (handle, file) => {
  try {
    const { size: fileSize } = await handle.stat();
    const { offset, size } = await directoryOf(handle, file, fileSize);
    if (size > MAX_DIRECTORY || offset + size > fileSize) throw new SheetError("Broken", file);
    return { handle, file, entries: entriesOf(await readAt(handle, offset, size)) };
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("Broken", file, "", { cause: error });
  }
};
var MAX_GROWTH = 200;
var GROWTH_FROM = 64 * 1024 * 1024;
var packedBytes = async ({ handle, file }, { offset, packed }) => {
  const header = await readAt(handle, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new SheetError("Broken", file);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return readBytes(handle, start, start + packed);
};
async function* unpacked(zip, entry, max2) {
  if (entry.packed === 0) return;
  if (entry.method !== 0 && entry.method !== 8) throw new SheetError("Broken", zip.file);
  const unpacking = entry.method === 8 ? createInflateRaw({ chunkSize: 64 * 1024 }) : new PassThrough();
  pipeline(await packedBytes(zip, entry), unpacking).catch(() => {
  });
  let total = 0;
  try {
    for await (const chunk of unpacking) {
      total += chunk.length;
      if (total > max2 || total > GROWTH_FROM && total > entry.packed * MAX_GROWTH)
        throw new SheetError("TooLarge", zip.file);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("Broken", zip.file, entry.name, { cause: error });
  } finally {
    unpacking.destroy();
  }
}

// services/standalone/src/sheets/xlsx-parts.ts
var MAX_PART = 512 * 1024 * 1024;
async function* readPart(zip, part, events, max2 = MAX_PART) {
  const entry = zip.entries.get(part.toLowerCase());
  if (!entry) return;
  const reader = xmlReader(events);
  const decoder = new StringDecoder("utf8");
  try {
    for await (const chunk of unpacked(zip, entry, max2)) {
      reader.write(decoder.write(chunk));
      yield;
    }
    reader.end();
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("Broken", zip.file, part, { cause: error });
  }
}
var readAll = async (zip, part, events) => {
  const nothing = () => {
  };
  const all = { open: nothing, close: nothing, text: nothing, ...events };
  for await (const _ of readPart(zip, part, all)) void _;
};
var resolved = (folder, target) => {
  const steps = [];
  for (const step of (target.startsWith("/") ? target : `${folder}/${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
};
var relations = async (zip, part) => {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, Math.max(slash, 0));
  const found2 = [];
  await readAll(zip, `${folder && `${folder}/`}_rels/${part.slice(slash + 1)}.rels`, {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const [id, type, target] = ["Id", "Type", "Target"].map((field) => attribute(attributes, field) ?? "");
      found2.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: resolved(folder, target) });
    }
  });
  return found2;
};
var decoded = (text3) => {
  const plain4 = unescapeXml(text3);
  return plain4.includes("_x") ? plain4.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))) : plain4;
};
var readStrings = async (zip, part) => {
  const strings = [];
  let [text3, inText, phonetic] = ["", false, false];
  await readAll(zip, part, {
    open: (name) => {
      if (name === "si") text3 = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") inText = !phonetic;
    },
    close: (name) => {
      if (name === "si") strings.push(decoded(text3));
      else if (name === "rPh") phonetic = false;
      else if (name === "t") inText = false;
    },
    text: (piece) => {
      if (inText) text3 += piece;
    }
  });
  return strings;
};
var readStyles = async (zip, part) => {
  const codes2 = /* @__PURE__ */ new Map();
  const styles = [];
  let inCells = false;
  await readAll(zip, part, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, "numFmtId"));
      if (name === "cellXfs") inCells = true;
      else if (name === "numFmt") codes2.set(id, attribute(attributes, "formatCode") ?? "");
      else if (name === "xf" && inCells) styles.push(formatShows(id, codes2.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    }
  });
  return styles;
};
var readWorkbook = async (zip) => {
  const main = (await relations(zip, "")).find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (!zip.entries.has(main.toLowerCase()) || !/\.xml$/i.test(main)) throw new SheetError("NotASheet", zip.file);
  const parts2 = await relations(zip, main);
  const sheets = [];
  let from1904 = false;
  await readAll(zip, main, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const part = parts2.find(({ id, type }) => type === "worksheet" && id === attribute(attributes, "id"));
      if (part) sheets.push({ name: attribute(attributes, "name") ?? "", part: part.target });
    }
  });
  if (sheets.length === 0) throw new SheetError("NotASheet", zip.file);
  const partOf = (type) => parts2.find((part) => part.type === type)?.target ?? "";
  const strings = await readStrings(zip, partOf("sharedStrings"));
  return { sheets, from1904, styles: await readStyles(zip, partOf("styles")), strings };
};

// services/standalone/src/sheets/xlsx.ts
var MAX_SHEET = 4 * 1024 * 1024 * 1024;
var MAX_COLUMNS = 1024;
var MAX_TEXT = 4 * 1024 * 1024;
var columnOf = (reference) => {
  let column = 0;
  for (const character of reference ?? "") {
    const digit = character.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column - 1;
};
var ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/;
var isoDate = (text3) => {
  const [, day3, time2, second] = ISO.exec(text3) ?? [];
  if (day3 === void 0) return text3;
  const precision = time2 === void 0 ? "day" : (second ?? "00") === "00" ? "minute" : "second";
  return { kind: "date", local: `${day3}T${time2 ?? "00:00"}:${second ?? "00"}`, precision };
};
var numberCell = (text3, style, { styles, from1904 }) => {
  const value = Number(text3);
  const shows = styles[style] ?? "number";
  if (shows === "number" || Number.isNaN(value)) return Number.isNaN(value) ? text3 : value;
  return dateOfSerial(value, shows === "time", from1904) ?? value;
};
var CELLS = {
  s: (text3, _, { strings }) => strings[Number(text3)] ?? null,
  str: (text3) => decoded(text3),
  inlineStr: (text3) => decoded(text3),
  b: (text3) => text3 === "1",
  e: (text3) => ({ kind: "error", code: text3 }),
  d: (text3) => isoDate(text3),
  n: numberCell
};
var rowCollector = (workbook) => {
  let ready = [];
  let [row, column, style] = [0, -1, 0];
  let [type, text3, taking, phonetic] = ["n", "", false, false];
  let cells = [];
  const openCell = (attributes) => {
    const stated = columnOf(attribute(attributes, "r"));
    column = stated >= 0 ? stated : column + 1;
    [type, text3] = [attribute(attributes, "t") ?? "n", ""];
    style = Number(attribute(attributes, "s") ?? 0);
  };
  const closeCell = () => {
    if (text3 === "" || column >= MAX_COLUMNS) return;
    cells[column] = (CELLS[type] ?? CELLS["str"])(text3, style, workbook);
  };
  const opens = {
    row: (attributes) => {
      row = Number(attribute(attributes, "r") ?? row + 1);
      [cells, column] = [[], -1];
    },
    c: openCell,
    v: () => taking = true,
    t: () => taking = !phonetic,
    rPh: () => phonetic = true
  };
  const closes = {
    row: () => ready.push({ number: row, cells }),
    c: closeCell,
    v: () => taking = false,
    t: () => taking = false,
    rPh: () => phonetic = false
  };
  const events = {
    open: (name, attributes) => opens[name]?.(attributes),
    close: (name) => closes[name]?.(),
    text: (piece) => {
      if (taking && text3.length < MAX_TEXT) text3 += piece;
    }
  };
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  return { events, take };
};
var openXlsx = async (handle, file) => {
  const zip = await openZip(handle, file);
  const workbook = await readWorkbook(zip);
  return {
    format: "xlsx",
    sheets: workbook.sheets.map(({ name }) => name),
    async *rows(sheet) {
      const part = workbook.sheets.find(({ name }) => name === sheet)?.part;
      if (part === void 0 || !zip.entries.has(part.toLowerCase())) throw new SheetError("NoSuchSheet", file, sheet);
      const { events, take } = rowCollector(workbook);
      for await (const _ of readPart(zip, part, events, MAX_SHEET)) {
        void _;
        yield* take();
      }
      yield* take();
    },
    close: () => handle.close()
  };
};

// services/standalone/src/sheets/open-book.ts
var ZIP = Buffer.from("PK", "latin1");
var COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
var BINARY = ["%PDF", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "Rar!", "7z\xBC", "\x8B"];
var opened = async (handle, file, options) => {
  const first = Buffer.alloc(512);
  const { bytesRead } = await handle.read(first, 0, 512, 0);
  const head = first.subarray(0, bytesRead);
  if (bytesRead === 0) throw new SheetError("Empty", file);
  if (head.subarray(0, 4).equals(ZIP)) return openXlsx(handle, file);
  if (head.subarray(0, 8).equals(COMPOUND)) return openXls(handle, file);
  const text3 = head.toString("latin1");
  if (BINARY.some((mark) => text3.startsWith(mark))) throw new SheetError("NotASheet", file);
  if (/^\s*(?:ï»¿)?\s*<(?:!doctype|html|\?xml|table|meta|head)/i.test(text3)) throw new SheetError("WebPage", file);
  const utf16 = head[0] === 255 && head[1] === 254;
  if (!utf16 && head.includes(0)) throw new SheetError("NotASheet", file);
  return openCsv(handle, file, options);
};
var openBook2 = async (file, options = {}) => {
  const handle = await open(file, "r").catch((error) => {
    throw new SheetError("NoSuchFile", file, "", { cause: error });
  });
  try {
    if (!(await handle.stat()).isFile()) throw new SheetError("NoSuchFile", file);
    return await opened(handle, file, options);
  } catch (error) {
    await handle.close();
    throw error;
  }
};

// services/standalone/src/sheets/write-workbook.ts
import { rename, writeFile } from "node:fs/promises";
import { utils, write } from "@e965/xlsx";

// services/standalone/src/import/apply-row.ts
init_src();

// services/standalone/src/import/differences.ts
var DETAILS = ["kind", "category", "source", "medium", "urgency", "callerType", "servicePoint", "summary"];
var CALLER = ["name", "phone", "address", "email", "organisation"];
var DEFAULTS = { urgency: "normal", callerType: "person" };
var plain3 = (value) => value === void 0 ? null : value;
var ofRegistration = (view, { data, occurredAt: occurredAt2 }) => {
  const details2 = DETAILS.map((name) => [name, view[name], data[name] ?? DEFAULTS[name]]);
  return [...details2, ["cameAt", view.cameAt, occurredAt2.at], ["history", view.history, data["history"]]];
};
var opened2 = (part) => !part ? {} : part.state === "open" ? part : null;
var members = (part, name, of, sheet) => {
  const recorded = opened2(part);
  const said = sheet ?? {};
  if (recorded) return of.map((member) => [`${name}.${member}`, recorded[member], said[member]]);
  return part?.state === "withheld" ? [[`${name}.${of[0]}`, null, "withheld"]] : [];
};
var personal = (view, { data }) => [
  ...members(view.caller, "caller", CALLER, data["caller"]),
  ...members(view.statement, "statement", ["text", "place"], data["statement"])
];
var ofAnswer = (view, commands) => {
  const text3 = commands.find(({ data }) => data["text"] !== void 0)?.data["text"];
  const unit = commands.find(({ data }) => data["unit"] !== void 0)?.data["unit"];
  const compared2 = [
    ["answer.text", view.reply, text3],
    ["answer.at", view.answeredAt, commands.at(-1)?.occurredAt.at]
  ];
  return unit === void 0 ? compared2 : [...compared2, ["unit", view.unit, unit]];
};
var label = (field, mapping2) => {
  const [name, part] = field.split(".");
  if (name === "statement") return (part === "place" ? mapping2.place : mapping2.statement) ?? mapping2.summary;
  if (name === "caller") return mapping2.caller?.[part] ?? field;
  if (name === "answer") return (part === "text" ? mapping2.answer?.text : mapping2.answer?.at.column) ?? field;
  const found2 = mapping2[name];
  return typeof found2 === "string" ? found2 : found2 && "column" in found2 ? found2.column : field;
};
var differing = (compared2, mapping2, show) => compared2.filter(([, recorded, sheet]) => plain3(recorded) !== plain3(sheet)).map(([field, recorded, sheet]) => ({
  column: label(field, mapping2),
  field,
  ...show && { recorded: plain3(recorded), sheet: plain3(sheet) }
}));
var differences = (view, stage, commands, mapping2) => {
  const last = commands.at(-1);
  if (stage === "registered")
    return [
      ...differing(ofRegistration(view, last), mapping2, true),
      ...differing(personal(view, last), mapping2, false)
    ];
  if (stage === "answered") return differing(ofAnswer(view, commands), mapping2, true);
  const rating = ["rating", view.level, last.data["level"]];
  return differing([rating], mapping2, true).map((each) => ({ ...each, column: mapping2.rating?.column ?? each.column }));
};

// services/standalone/src/import/apply-row.ts
var serviceOf = (stream) => stream.startsWith("complaint-") ? "complaints" : "consultations";
var stageCommandId = (source, number, step) => derivedId(source, number, step);
var eventsOf = async (rpc2, stream) => {
  const { entries } = await rpc2.call(serviceOf(stream), "timeline", { stream });
  return entries.map(({ id }) => id);
};
var streamsOf = async (rpc2, service, { source, number }) => {
  const { stream, handedOverTo } = await rpc2.call(service, "bySource", { source, externalNumber: number });
  return [stream, handedOverTo].filter((each) => typeof each === "string");
};
var find = async (rpc2, plan) => {
  const [asked, complained] = await Promise.all([
    streamsOf(rpc2, "consultations", plan),
    streamsOf(rpc2, "complaints", plan)
  ]);
  const streams = [.../* @__PURE__ */ new Set([...asked, ...complained])];
  if (streams.length === 0) return null;
  const events = await Promise.all(streams.map((stream) => eventsOf(rpc2, stream)));
  return { first: streams[0], now: asked[1] ?? asked[0] ?? complained[0], events: new Set(events.flat()) };
};
var send = async ({ rpc: rpc2, by }, plan, stream, command) => {
  const service = stream === null ? plan.service : serviceOf(stream);
  const { step, type, data, occurredAt: occurredAt2 } = command;
  const commandId = stageCommandId(plan.source, plan.number, step);
  const payload = {
    commandId,
    type,
    data,
    by: { ...by },
    occurredAt: { ...occurredAt2 },
    ...stream !== null && { stream }
  };
  return await rpc2.call(service, "command", payload);
};
var viewOf = async ({ rpc: rpc2, by }, stream) => {
  const viewer = { account: by.account, role: "operator" };
  const answer = await rpc2.call(serviceOf(stream), "case", { viewer, stream });
  return answer["case"];
};
var compared = async (applying, stream, stage) => {
  const view = await viewOf(applying, stream);
  if (!view) return [{ column: stage.name, field: stage.name }];
  return differences(view, stage.name, stage.commands(serviceOf(stream)), applying.mapping);
};
var again = async (applying, plan, stage, had) => {
  try {
    for (const command of stage.commands(serviceOf(had))) await send(applying, plan, had, command);
    return [];
  } catch (error) {
    if (error instanceof Refused && error.code === "CommandIdReused") return compared(applying, had, stage);
    throw error;
  }
};
var holder = ({ first, now, events }, plan, step) => {
  const commandId = stageCommandId(plan.source, plan.number, step);
  return [first, now].find((stream) => events.has(derivedId(stream, commandId, 0)));
};
var applyStage = async (applying, plan, stage, known3) => {
  const commands = stage.commands(serviceOf(known3.now));
  const last = commands.at(-1);
  if (!last) return { is: "known" };
  const had = holder(known3, plan, last.step);
  if (had !== void 0) {
    const differ = await again(applying, plan, stage, had);
    return differ.length === 0 ? { is: "known" } : { is: "differs", differences: differ };
  }
  if (stage.name === "registered") return { is: "known" };
  let wrote = 0;
  for (const command of commands) wrote += (await send(applying, plan, known3.now, command)).events.length;
  return { is: wrote > 0 ? "new" : "known" };
};
var registerNew = async (applying, plan) => {
  const [command] = plan.stages[0].commands(plan.service);
  const { stream } = await send(applying, plan, null, command);
  return { first: stream, now: stream, events: /* @__PURE__ */ new Set() };
};
var applyRow = async (applying, plan) => {
  const found2 = await find(applying.rpc, plan);
  let stage = "registered";
  let known3 = found2;
  const advanced = [];
  const differ = [];
  const result = () => ({ stream: known3?.now ?? "", added: !found2 && known3 !== null, advanced, differences: differ });
  try {
    known3 ??= await registerNew(applying, plan);
    for (const each of found2 ? plan.stages : plan.stages.slice(1)) {
      stage = each.name;
      const outcome = await applyStage(applying, plan, each, known3);
      if (outcome.is === "new") advanced.push(each.name);
      if (outcome.is === "differs") differ.push(...outcome.differences);
    }
    return result();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...result(), refused: { stage, refusal: error } };
  }
};

// services/standalone/src/import/file-survey.ts
import { createHash as createHash4 } from "node:crypto";

// services/standalone/src/import/nearest-word.ts
var distance2 = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j] + (letter === b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return row[b.length];
};
var nearestWord = (written, words2) => {
  const near = [...new Set(words2)].map((word) => ({ word, away: distance2(written.toLowerCase(), word.toLowerCase()) })).filter(({ word, away }) => away <= Math.max(1, Math.ceil(Math.max(written.length, word.length) / 3))).sort((a, b) => a.away - b.away);
  return near[0]?.word ?? null;
};

// services/standalone/src/import/find-header.ts
var HEADER_WITHIN = 30;
var columnsNamed = (mapping2) => {
  const { source, medium, kind: kind2, category, urgency: urgency2, callerType: callerType2, servicePoint, unit, answer, rating } = mapping2;
  const codes2 = [source, medium, kind2, category, urgency2, callerType2, servicePoint, unit, answer?.how];
  return [
    ...new Set(
      [
        mapping2.number,
        mapping2.summary,
        mapping2.statement,
        mapping2.place,
        mapping2.cameAt.column,
        ...Object.values(mapping2.caller ?? {}),
        ...codes2.map((field) => field && "column" in field ? field.column : void 0),
        ...(mapping2.skip ?? []).map(({ column }) => column),
        answer?.text,
        answer?.at.column,
        rating?.column,
        rating?.at?.column
      ].filter((label3) => label3 !== void 0)
    )
  ];
};
var heading = (cell) => typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "";
var columnsIn = (row, named2) => {
  const at = /* @__PURE__ */ new Map();
  row.cells.forEach((cell, index) => {
    const label3 = heading(cell);
    if (label3 && !at.has(label3)) at.set(label3, index);
  });
  return { headerRow: row.number, at, ignored: [...at.keys()].filter((label3) => !named2.includes(label3)) };
};
var missing = (columns, named2) => named2.filter((label3) => !columns.at.has(label3));
var complaint = (file, best, named2) => {
  const lacks = missing(best, named2).map((label3) => {
    const near = nearestWord(label3, best.at.keys());
    return {
      zh: near ? `\u201C${label3}\u201D\uFF08\u6709\u201C${near}\u201D\uFF09` : `\u201C${label3}\u201D`,
      en: near ? `\u201C${label3}\u201D (there is \u201C${near}\u201D)` : `\u201C${label3}\u201D`
    };
  });
  const [zh, en] = [lacks.map((each) => each.zh).join("\u3001"), lacks.map((each) => each.en).join(", ")];
  return new ImportError(file, {
    zh: `\u524D ${HEADER_WITHIN} \u884C\u4E2D\u6CA1\u6709\u5305\u542B\u5168\u90E8\u6240\u9700\u5217\u540D\u7684\u8868\u5934;\u7B2C ${best.headerRow} \u884C\u7F3A\u5C11 ${zh}\u3002\u8BF7\u6838\u5BF9\u6620\u5C04\u4E2D\u7684\u5217\u540D`,
    en: `none of the first ${HEADER_WITHIN} rows has all the columns the mapping names; row ${best.headerRow} lacks ${en}: check the mapping`
  });
};
var findHeader = async (rows, named2, file) => {
  let best = { headerRow: 1, at: /* @__PURE__ */ new Map(), ignored: [] };
  for await (const row of rows) {
    if (row.number > HEADER_WITHIN) break;
    const columns = columnsIn(row, named2);
    const lacks = missing(columns, named2).length;
    if (lacks === 0) return columns;
    if (lacks < missing(best, named2).length) best = columns;
  }
  throw complaint(file, best, named2);
};

// libs/contracts/src/marks.ts
import { z as z2 } from "zod";
var marks = /* @__PURE__ */ new WeakMap();
var personal2 = (shape, part, schema, always2 = false) => {
  const field = schema.optional().describe(`Personal data (${shape}) of the ${part}`);
  marks.set(field, { shape, part, ...always2 && { always: always2 } });
  return field;
};

// libs/contracts/src/terms.ts
import { z as z3 } from "zod";
var code2 = z3.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, "a code of the office profile");
var day2 = z3.iso.date();
var instant = z3.iso.datetime();
var officialText = (max2) => z3.string().trim().min(1).max(max2);
var caseStream = z3.string().regex(/^(consultation|complaint)-[0-9a-f-]{36}$/, "a case id");
var urgency = z3.enum(["normal", "urgent"]);
var callerType = z3.enum(["person", "organisation", "anonymous"]);
var level = z3.int().min(1).max(5);
var attemptOutcome = z3.enum(["reached", "no-answer", "wrong-number", "refused"]);
var origin = z3.strictObject({ stream: caseStream, event: z3.string(), number: z3.string() });
var object = z3.strictObject({
  line: z3.string().max(60).optional(),
  company: z3.string().max(60).optional(),
  road: z3.string().max(60).optional()
});

// libs/contracts/src/case.commands.ts
import { z as z4 } from "zod";
var reason = officialText(500);
var text2 = officialText(8e3);
var caller = z4.strictObject({
  name: z4.string().max(100).optional(),
  phone: z4.string().max(40).optional(),
  address: z4.string().max(300).optional(),
  email: z4.string().max(200).optional(),
  organisation: z4.string().max(200).optional(),
  idNumber: z4.string().max(40).optional()
});
var statement = z4.strictObject({ text: z4.string().max(2e4), place: z4.string().max(300).optional() });
var subject = z4.strictObject({
  plate: z4.string().max(20).optional(),
  driver: z4.string().max(100).optional(),
  description: z4.string().max(500).optional()
});
var comment = z4.strictObject({ text: z4.string().max(2e3) });
var details = {
  kind: code2,
  category: code2,
  source: code2,
  medium: code2,
  urgency: urgency.default("normal"),
  summary: officialText(500),
  callerType: callerType.default("person"),
  externalNumber: z4.string().trim().min(1).max(80).optional(),
  servicePoint: code2.optional(),
  object: object.optional()
};
var optionalDetails = z4.strictObject({ ...details, urgency, callerType, cameAt: instant }).omit({ externalNumber: true }).partial();
var caseCommands = {
  /** A matter comes in. `accept` accepts it in the same append; `answer` answers a consultation at first contact. */
  RegisterCase: z4.strictObject({
    ...details,
    caller: personal2("caller.v1", "caller", caller, true),
    statement: personal2("statement.v1", "caller", statement),
    subject: personal2("subject.v1", "subject", subject),
    receivedBy: code2.optional(),
    accept: z4.boolean().default(true),
    answer: text2.optional(),
    history: z4.boolean().default(false),
    origin: origin.optional()
  }),
  AcceptCase: z4.strictObject({}),
  DeclineCase: z4.strictObject({ ground: code2, note: reason.optional() }),
  /** Gives the case to a lead unit, or to another one. */
  AssignCase: z4.strictObject({ unit: code2, note: reason.optional() }),
  SignAssignment: z4.strictObject({}),
  ReturnAssignment: z4.strictObject({ ground: code2, note: reason.optional() }),
  DraftReply: z4.strictObject({ text: text2 }),
  SendBackReply: z4.strictObject({ reason }),
  ApproveReply: z4.strictObject({}),
  /** The approved reply reached the person, by this medium. */
  DeliverReply: z4.strictObject({ how: code2 }),
  RequestExtension: z4.strictObject({ workingDays: z4.int().min(1).max(250), reason }),
  GrantExtension: z4.strictObject({}),
  RefuseExtension: z4.strictObject({ reason }),
  /** Timer: the deadline `dueOn` is near; passed; still passed after the reminder. */
  WarnDeadline: z4.strictObject({ dueOn: z4.iso.date() }),
  RemindDeadline: z4.strictObject({ dueOn: z4.iso.date() }),
  SuperviseDeadline: z4.strictObject({ dueOn: z4.iso.date() }),
  /** A newer holiday table has the year: a provisional date is set anew. */
  ResetDeadline: z4.strictObject({ calendar: z4.string() }),
  CorrectDetails: z4.strictObject({ changes: optionalDetails, reason }),
  CorrectCaller: z4.strictObject({
    caller: personal2("caller.v1", "caller", caller),
    statement: personal2("statement.v1", "caller", statement),
    subject: personal2("subject.v1", "subject", subject),
    reason
  }),
  VoidCase: z4.strictObject({ reason }),
  WithdrawCase: z4.strictObject({ reason }),
  ReopenCase: z4.strictObject({ reason }),
  ErasePersonalData: z4.strictObject({ part: z4.enum(["caller", "subject", "all"]).default("all") }),
  /** Imported history: what was answered, without the way to it. */
  RecordAnswer: z4.strictObject({ text: text2, how: code2.optional() })
};
var complaintCommands = {
  ...caseCommands,
  /** A follow-up call; one that reached the person may bring a rating. */
  AttemptFollowUp: z4.strictObject({
    outcome: attemptOutcome,
    level: level.optional(),
    comment: personal2("comment.v1", "caller", comment)
  }),
  CloseCase: z4.strictObject({ note: reason.optional() }),
  /** The unit was at fault: handled again, a new round. */
  RedoCase: z4.strictObject({ reason })
};
var consultationCommands = {
  ...caseCommands,
  AnswerAtFirstContact: z4.strictObject({ text: text2 }),
  RateCase: z4.strictObject({ level, comment: personal2("comment.v1", "caller", comment) }),
  /** It is a complaint: the complaints service takes it over, as this kind. */
  HandOver: z4.strictObject({ kind: code2, category: code2.optional(), reason }),
  /** The complaints service did not take it: it stays here. */
  NoteHandoverRefused: z4.strictObject({ code: z4.string().max(60) })
};

// libs/contracts/src/case.events.ts
import { z as z5 } from "zod";
var empty = z5.strictObject({});
var reasoned = z5.strictObject({ round: z5.int() });
var publicDue = z5.strictObject({
  on: day2,
  policy: z5.string(),
  calendar: z5.string(),
  provisional: z5.boolean()
});
var changes = z5.strictObject({
  kind: code2,
  category: code2,
  source: code2,
  medium: code2,
  urgency,
  callerType,
  servicePoint: code2,
  object,
  cameAt: instant,
  contactable: z5.boolean()
}).partial();
var casePublicEvents = {
  CaseRegistered: z5.strictObject({
    number: z5.string(),
    kind: code2,
    category: code2,
    source: code2,
    medium: code2,
    urgency,
    callerType,
    externalNumber: z5.string().optional(),
    servicePoint: code2.optional(),
    object: object.optional(),
    /** Whether the person can be called back. */
    contactable: z5.boolean(),
    /** The unit that received it first and stays answerable for tracking it. */
    receivedBy: code2.optional(),
    /** Imported history: never timed; without an outcome it is in neither part of a share of outcomes. */
    history: z5.boolean(),
    origin: origin.optional()
  }),
  CaseAccepted: empty,
  CaseDeclined: z5.strictObject({ ground: code2 }),
  CaseAssigned: z5.strictObject({ unit: code2, from: code2.optional(), round: z5.int() }),
  AssignmentSigned: z5.strictObject({ unit: code2 }),
  AssignmentReturned: z5.strictObject({ unit: code2, ground: code2 }),
  ReplyDrafted: z5.strictObject({ unit: code2.optional(), round: z5.int() }),
  ReplySentBack: reasoned,
  ReplyApproved: reasoned,
  /** The approved reply reached the person: the matter is answered. */
  ReplyDelivered: z5.strictObject({ how: code2, round: z5.int() }),
  DeadlineSet: z5.strictObject({
    due: publicDue,
    from: day2.optional(),
    because: z5.enum(["accepted", "extended", "calendar", "corrected", "reopened", "redone"])
  }),
  ExtensionRequested: z5.strictObject({ workingDays: z5.int() }),
  ExtensionRefused: empty,
  DeadlineWarned: z5.strictObject({ dueOn: day2 }),
  DeadlineReminded: z5.strictObject({ dueOn: day2, superviseOn: day2 }),
  DeadlineSupervised: z5.strictObject({ dueOn: day2 }),
  DetailsCorrected: z5.strictObject({ changes }),
  CaseVoided: empty,
  CaseWithdrawn: empty,
  CaseReopened: z5.strictObject({ round: z5.int() }),
  PersonalDataErased: z5.strictObject({ parts: z5.array(z5.enum(["caller", "subject"])) }),
  /** Imported history: it was answered. */
  AnswerRecorded: z5.strictObject({ how: code2.optional() })
};
var complaintPublicEvents = {
  ...casePublicEvents,
  FollowUpAttempted: z5.strictObject({ outcome: attemptOutcome, round: z5.int() }),
  FollowUpRated: z5.strictObject({ level, round: z5.int() }),
  CaseClosed: empty,
  CaseRedone: reasoned
};
var consultationPublicEvents = {
  ...casePublicEvents,
  /** Answered in the contact in which it came. */
  AnsweredAtFirstContact: empty,
  CaseRated: z5.strictObject({ level }),
  /** It is a complaint now: `to` is the case it becomes. */
  CaseHandedOver: z5.strictObject({ to: caseStream, kind: code2 }),
  HandoverRefused: z5.strictObject({ code: z5.string() })
};

// libs/contracts/src/refusals.ts
var refusalTexts = {
  NoSuchCase: { zh: "\u6CA1\u6709\u8FD9\u4E2A\u4E8B\u9879,\u6216\u67E5\u8BE2\u7801\u4E0D\u5BF9\u3002", en: "There is no such case, or the query code is wrong." },
  AlreadyRegistered: { zh: "\u8BE5\u4E8B\u9879\u5DF2\u767B\u8BB0\u3002", en: "This case is registered already." },
  NotRegistered: { zh: "\u8BE5\u4E8B\u9879\u5C1A\u672A\u767B\u8BB0\u3002", en: "This case is not registered." },
  WrongState: { zh: "\u4E8B\u9879\u5F53\u524D\u72B6\u6001\u4E3A\u201C{status}\u201D,\u4E0D\u80FD\u8FDB\u884C\u6B64\u64CD\u4F5C\u3002", en: "The case is {status}: this cannot be done now." },
  CaseVoided: { zh: "\u8BE5\u4E8B\u9879\u5DF2\u4F5C\u5E9F\u3002", en: "This case was voided." },
  NotYourCase: { zh: "\u8BE5\u4E8B\u9879\u4E0D\u7531\u672C\u5355\u4F4D\u627F\u529E\u3002", en: "This case is not assigned to your unit." },
  UnknownUnit: { zh: "\u5355\u4F4D\u201C{code}\u201D\u4E0D\u5B58\u5728\u6216\u5F53\u65E5\u5DF2\u64A4\u9500\u3002", en: "There is no unit {code} on that day." },
  UnknownCode: { zh: "\u201C{field}\u201D\u6CA1\u6709\u201C{code}\u201D\u8FD9\u4E2A\u4EE3\u7801\u3002", en: "{field}: the office has no code {code}." },
  WrongService: { zh: "\u201C{kind}\u201D\u7C7B\u4E8B\u9879\u7531\u53E6\u4E00\u670D\u52A1\u53D7\u7406\u3002", en: "Matters of kind {kind} are taken by the other service." },
  PersonalNumberInText: {
    zh: "\u201C{field}\u201D\u7B2C {at} \u5B57\u8D77\u542B\u7535\u8BDD\u3001\u8BC1\u4EF6\u53F7\u7801\u6216\u8F66\u724C,\u8BF7\u79FB\u5230\u4E2A\u4EBA\u4FE1\u606F\u680F\u3002",
    en: "{field} holds a phone, identity or plate number from character {at}: move it to the personal fields."
  },
  InTheFuture: { zh: "\u53D1\u751F\u65F6\u95F4 {at} \u5728\u5C06\u6765\u3002", en: "The stated time {at} is in the future." },
  BeforeWhatItAnswers: { zh: "\u53D1\u751F\u65F6\u95F4\u65E9\u4E8E\u5B83\u6240\u7B54\u590D\u7684\u4E8B\u9879\u3002", en: "The stated time is before that of what it answers." },
  TooFarBack: { zh: "\u8865\u5F55\u65F6\u95F4\u8D85\u51FA\u5141\u8BB8\u7684 {days} \u5929\u3002", en: "The stated time is more than {days} days back." },
  MayNotStateTime: { zh: "\u8BE5\u89D2\u8272\u4E0D\u80FD\u8865\u5F55\u53D1\u751F\u65F6\u95F4\u3002", en: "This role may not state when something happened." },
  ExtensionTooLate: { zh: "\u671F\u9650\u5DF2\u8FC7,\u4E0D\u80FD\u518D\u7533\u8BF7\u5EF6\u671F\u3002", en: "The deadline has passed: no extension can be asked." },
  ExtensionTooLong: { zh: "\u6700\u591A\u53EF\u5EF6\u957F {max} \u4E2A\u5DE5\u4F5C\u65E5\u3002", en: "At most {max} working days may be added." },
  ExtensionPending: { zh: "\u5DF2\u6709\u5F85\u6279\u7684\u5EF6\u671F\u7533\u8BF7\u3002", en: "An extension is waiting for a decision." },
  NoMoreExtensions: { zh: "\u6309\u89C4\u5B9A\u6700\u591A\u5EF6\u671F {times} \u6B21\u3002", en: "The deadline may be extended at most {times} times." },
  FollowUpFirst: { zh: "\u8BF7\u5148\u56DE\u8BBF\u6765\u7535\u4EBA,\u518D\u529E\u7ED3\u3002", en: "Call the person back before closing the case." },
  AnsweredAlready: {
    zh: "\u8BE5\u4E8B\u9879\u5DF2\u6D3E\u5355,\u4E0D\u80FD\u518D\u5373\u65F6\u7B54\u590D\u3002",
    en: "The case was given to a unit: it is no first contact any more."
  },
  NoExtensionPending: { zh: "\u6CA1\u6709\u5F85\u6279\u7684\u5EF6\u671F\u7533\u8BF7\u3002", en: "No extension is waiting for a decision." },
  ExtensionNotYours: { zh: "\u8BE5\u89D2\u8272\u4E0D\u80FD\u6279\u51C6\u5EF6\u671F\u3002", en: "This role may not decide on an extension." },
  NoDeadline: { zh: "\u8BE5\u4E8B\u9879\u6CA1\u6709\u529E\u7406\u671F\u9650\u3002", en: "This case has no deadline." },
  HistoryOnly: { zh: "\u53EA\u6709\u5386\u53F2\u5BFC\u5165\u7684\u4E8B\u9879\u53EF\u4EE5\u8FD9\u6837\u767B\u8BB0\u3002", en: "Only imported history can be recorded so." },
  RatingNeedsContact: { zh: "\u53EA\u6709\u8054\u7CFB\u4E0A\u672C\u4EBA\u624D\u80FD\u8BB0\u5F55\u8BC4\u4EF7\u3002", en: "A rating needs a call that reached the person." },
  AlreadyRated: { zh: "\u672C\u8F6E\u5DF2\u6709\u8BC4\u4EF7\u3002", en: "This round is rated already." },
  Erased: { zh: "\u4E2A\u4EBA\u4FE1\u606F\u5DF2\u5220\u9664,\u4E0D\u80FD\u518D\u5F55\u5165\u3002", en: "The personal data was erased: no more may be added." },
  NothingToCorrect: { zh: "\u6CA1\u6709\u8981\u66F4\u6B63\u7684\u5185\u5BB9\u3002", en: "There is nothing to correct." },
  CommandIdReused: { zh: "\u540C\u4E00\u547D\u4EE4\u7F16\u53F7\u5DF2\u7528\u4E8E\u53E6\u4E00\u5185\u5BB9\u3002", en: "This command id was used for something else." },
  SomeoneElseChangedThis: {
    zh: "\u521A\u6709\u5176\u4ED6\u4EBA\u4FEE\u6539\u4E86\u8BE5\u4E8B\u9879,\u8BF7\u91CD\u8BD5\u3002",
    en: "Someone else just changed this: please try again."
  },
  InvalidInput: { zh: "\u201C{field}\u201D\u6709\u8BEF:{problem}", en: "{field}: {problem}" },
  NotAllowed: { zh: "\u6CA1\u6709\u6743\u9650\u3002", en: "You are not allowed to do this." },
  NotSignedIn: { zh: "\u8BF7\u5148\u767B\u5F55\u3002", en: "Please sign in." },
  WrongPassword: { zh: "\u8D26\u53F7\u6216\u5BC6\u7801\u4E0D\u5BF9\u3002", en: "The account or the password is wrong." },
  NoSuchAccount: { zh: "\u6CA1\u6709\u8FD9\u4E2A\u8D26\u53F7\u3002", en: "There is no such account." },
  AccountExists: { zh: "\u8D26\u53F7\u201C{account}\u201D\u5DF2\u5B58\u5728\u3002", en: "The account {account} exists already." },
  NotForThisCase: { zh: "\u201C{command}\u201D\u4E0D\u9002\u7528\u4E8E\u8FD9\u7C7B\u4E8B\u9879\u3002", en: "{command} does not apply to this kind of case." },
  TooManyRequests: {
    zh: "\u8BF7\u6C42\u8FC7\u4E8E\u9891\u7E41,\u8BF7 {seconds} \u79D2\u540E\u518D\u8BD5\u3002",
    en: "Too many requests: try again in {seconds} seconds."
  },
  UnknownFigure: { zh: "\u6CA1\u6709\u201C{name}\u201D\u8FD9\u4E2A\u6307\u6807\u3002", en: "There is no figure {name}." },
  NoCube: {
    zh: "\u8BE5\u6307\u6807\u6CA1\u6709\u542B\u201C{dimensions}\u201D\u7684\u6C47\u603B,\u53EF\u7528:{cubes}\u3002",
    en: "No cube of this figure holds {dimensions}; there are: {cubes}."
  },
  DemoStore: { zh: "\u6F14\u793A\u6570\u636E\u5E93\u4E0D\u63A5\u53D7\u5BFC\u5165\u3002", en: "A demo store takes no import." },
  StillCatchingUp: {
    zh: "\u67E5\u8BE2\u5C1A\u672A\u8DDF\u4E0A\u521A\u624D\u7684\u5199\u5165,\u8BF7\u7A0D\u540E\u518D\u8BD5\u3002",
    en: "The list has not yet caught up with what was written: try again."
  }
};
var refusalText = (code3, details2 = {}) => {
  const text3 = Object.hasOwn(refusalTexts, code3) ? refusalTexts[code3] : { zh: code3, en: code3 };
  const fill = (template) => template.replace(/\{(\w+)\}/g, (_, name) => String(details2[name] ?? ""));
  return { zh: fill(text3.zh), en: fill(text3.en) };
};

// services/standalone/src/import/clean-text.ts
init_src2();
var NUMBER_MARK = "\u3014\u53F7\u7801\u7565\u3015";
var UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;
var BREAKING = /<\/?(?:br|p|div|tr|li|h[1-6])(?=[\s/>])[\x20-\x3b=\x3f-\x7e]*>/gi;
var INLINE = /<\/?(?:span|font|strong|em|b|i|u|a|img|table|tbody|td|ul|ol)(?=[\s/>])[\x20-\x3b=\x3f-\x7e]*>/gi;
var ENTITIES2 = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&ldquo;": "\u201C",
  "&rdquo;": "\u201D"
};
var cleanText = (text3) => text3.toWellFormed().replace(/_x000[dD]_/g, "\n").replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(BREAKING, "\n").replace(INLINE, "").replace(/&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo);/g, (entity) => ENTITIES2[entity]).replace(UNSEEN, "").replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{2,}/g, "\n").trim();
var maskNumbers = (text3, allowed) => {
  let [masked, rest] = [0, text3];
  for (let found2 = personalNumbersIn(rest, { allowed }); found2.length > 0; found2 = personalNumbersIn(rest, { allowed })) {
    masked += found2.length;
    for (const { at, length } of [...found2].reverse()) rest = rest.slice(0, at) + NUMBER_MARK + rest.slice(at + length);
  }
  return { text: rest, masked };
};

// services/standalone/src/import/read-time.ts
var DEFAULT_FORMATS = [
  "yyyy-M-d H:m:s",
  "yyyy-M-d H:m",
  "yyyy-M-d",
  "yyyy/M/d H:m:s",
  "yyyy/M/d H:m",
  "yyyy/M/d",
  "yyyy-M-dTH:m:s",
  "yyyy.M.d",
  "yyyy\u5E74M\u6708d\u65E5 H:m:s",
  "yyyy\u5E74M\u6708d\u65E5 H\u65F6m\u5206",
  "yyyy\u5E74M\u6708d\u65E5"
];
var PARTS = {
  y: "(?<y>\\d{4})",
  M: "(?<M>\\d{1,2})",
  d: "(?<d>\\d{1,2})",
  H: "(?<H>\\d{1,2})",
  m: "(?<m>\\d{1,2})",
  s: "(?<s>\\d{1,2})"
};
var compiled = /* @__PURE__ */ new Map();
var patternOf = (format2) => {
  const known3 = compiled.get(format2);
  if (known3) return known3;
  const source = format2.replace(
    /yyyy|MM?|dd?|HH?|mm?|ss?| +|[^a-zA-Z ]/g,
    (part) => part.startsWith(" ") ? "\\s*" : PARTS[part[0]] ?? part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
  );
  const pattern = new RegExp(`^${source}$`, "u");
  compiled.set(format2, pattern);
  return pattern;
};
var two = (text3) => (text3 ?? "0").padStart(2, "0");
var dateIn = (text3, formats = DEFAULT_FORMATS) => {
  for (const format2 of formats) {
    const parts2 = patternOf(format2).exec(text3)?.groups;
    if (!parts2) continue;
    const local = `${parts2["y"]}-${two(parts2["M"])}-${two(parts2["d"])}T${two(parts2["H"])}:${two(parts2["m"])}:${two(parts2["s"])}`;
    const date = /* @__PURE__ */ new Date(`${local}Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== local) return null;
    const precision = parts2["s"] !== void 0 ? "second" : parts2["H"] !== void 0 ? "minute" : "day";
    return { kind: "date", local, precision };
  }
  return null;
};
var zones2 = /* @__PURE__ */ new Map();
var zoneFormat = (zone2) => {
  const known3 = zones2.get(zone2);
  if (known3) return known3;
  const numeric = "numeric";
  const parts2 = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone2, hourCycle: "h23", era: "short", ...parts2 });
  zones2.set(zone2, made);
  return made;
};
var measuredOffset = (zone2, instant2) => {
  const parts2 = Object.fromEntries(
    zoneFormat(zone2).formatToParts(instant2).map(({ type, value }) => [type, value])
  );
  const [year, month, day3, hour, minute, second] = ["year", "month", "day", "hour", "minute", "second"].map(
    (name) => Number(parts2[name])
  );
  return Date.UTC(year, month - 1, day3, hour, minute, second) - instant2;
};
var QUARTER = 9e5;
var offsets = /* @__PURE__ */ new Map();
var offsetAt2 = (zone2, instant2) => {
  const start = Math.floor(instant2 / QUARTER) * QUARTER;
  const key = `${zone2} ${start}`;
  const known3 = offsets.get(key);
  if (known3 !== void 0) return known3;
  if (offsets.size > 2e4) offsets.clear();
  const measured = measuredOffset(zone2, start);
  offsets.set(key, measured);
  return measured;
};
var momentOf = ({ local, precision }, zone2) => {
  const wall = Date.parse(`${local}Z`);
  const before = wall - offsetAt2(zone2, wall - 864e5);
  const instant2 = offsetAt2(zone2, before) === wall - before ? before : wall - offsetAt2(zone2, wall - offsetAt2(zone2, wall));
  return { at: new Date(instant2).toISOString(), precision };
};
var notBefore = (moment, earlier) => {
  if (moment.at >= earlier.at) return moment;
  const span = { day: 864e5, minute: 6e4, second: 1 }[moment.precision];
  return Date.parse(moment.at) + span > Date.parse(earlier.at) ? { ...moment, at: earlier.at } : null;
};

// services/standalone/src/import/row-plan.ts
var answeredStage = (answer, history) => {
  const { text: text3, at, how, unit } = answer;
  const one = (step, type, data) => ({ step, type, data, occurredAt: at });
  const recorded = [one("answered", "RecordAnswer", { text: text3, ...how !== void 0 && { how } })];
  const handled = [
    one("answered.assigned", "AssignCase", { unit }),
    one("answered.drafted", "DraftReply", { text: text3 }),
    one("answered.approved", "ApproveReply", {}),
    one("answered", "DeliverReply", { how: how ?? "phone" })
  ];
  return { name: "answered", commands: () => history ? recorded : handled };
};
var ratedStage = ({ value, at }) => ({
  name: "rated",
  commands: (service) => {
    const reached = typeof value === "number";
    if (service === "complaints") {
      const data = reached ? { outcome: "reached", level: value } : { outcome: value };
      return [{ step: "rated", type: "AttemptFollowUp", data, occurredAt: at }];
    }
    return reached ? [{ step: "rated", type: "RateCase", data: { level: value }, occurredAt: at }] : [];
  }
});

// services/standalone/src/import/read-outcome.ts
var MAX_REPLY = 8e3;
var EARLIER = {
  answer: { zh: "\u7B54\u590D\u65F6\u95F4\u65E9\u4E8E\u6765\u4EF6\u65F6\u95F4", en: "the answer is before its question" },
  rating: { zh: "\u8BC4\u4EF7\u65F6\u95F4\u65E9\u4E8E\u7B54\u590D\u65F6\u95F4", en: "the rating is before the answer" }
};
var after2 = (reader, field, earlier, what, now) => {
  const moment = reader.time(field);
  if (!moment) return void 0;
  if (moment.at > now)
    return reader.refuse(field.column, "InTheFuture", { zh: "\u65F6\u95F4\u5728\u5C06\u6765", en: "the time is in the future" });
  return notBefore(moment, earlier) ?? reader.refuse(field.column, "BeforeWhatItAnswers", EARLIER[what]);
};
var answerText = (reader, column, ownNumbers) => {
  const written = reader.text(column);
  if (written === void 0) return void 0;
  const reply = maskNumbers(written, ownNumbers);
  if (reply.text.length <= MAX_REPLY) return reply;
  return reader.refuse(column, "InvalidInput", {
    zh: `\u8D85\u8FC7 ${MAX_REPLY} \u5B57`,
    en: `is longer than ${MAX_REPLY} characters`
  });
};
var answerUnit = (reader, { mapping: mapping2, zone: zone2 }, at) => mapping2.rows === "live" && mapping2.unit ? reader.code(mapping2.unit, "unit", dayOf(at.at, zone2)) : void 0;
var readAnswer = (reader, reading, came) => {
  const { mapping: mapping2, ownNumbers, now, zone: zone2 } = reading;
  if (!mapping2.answer) return void 0;
  const { text: column, at: field, how } = mapping2.answer;
  const reply = answerText(reader, column, ownNumbers);
  const at = after2(reader, field, came, "answer", now);
  const failed = reader.problems.some((each) => each.column === column || each.column === field.column);
  if (failed || !reply && !at) return void 0;
  if (!at)
    return reader.refuse(field.column, "Missing", {
      zh: "\u6709\u7B54\u590D\u800C\u65E0\u7B54\u590D\u65F6\u95F4",
      en: "there is an answer but no time of it"
    });
  if (!reply)
    return reader.refuse(column, "Missing", {
      zh: "\u6709\u7B54\u590D\u65F6\u95F4\u800C\u65E0\u7B54\u590D",
      en: "there is a time of the answer but no answer"
    });
  const code3 = how && reader.code(how, "medium", dayOf(at.at, zone2));
  const unit = answerUnit(reader, reading, at);
  return {
    text: reply.text,
    masked: reply.masked,
    at,
    ...code3 !== void 0 && { how: code3 },
    ...unit !== void 0 && { unit }
  };
};
var ratingValue = (reader, { mapping: { rating } }) => {
  if (!rating) return void 0;
  const written = reader.text(rating.column);
  if (written === void 0) return void 0;
  const value = Object.hasOwn(rating.values, written) ? rating.values[written] : void 0;
  if (value !== void 0) return value === "none" ? void 0 : value;
  if (rating.otherwise === "none") return void 0;
  const shown = written.slice(0, 40);
  return reader.refuse(rating.column, "UnknownValue", {
    zh: `\u6620\u5C04\u4E2D\u6CA1\u6709\u8BC4\u4EF7\u201C${shown}\u201D`,
    en: `the mapping has no rating \u201C${shown}\u201D`
  });
};
var readRating = (reader, reading, answer) => {
  const { rating } = reading.mapping;
  const value = ratingValue(reader, reading);
  if (!rating || value === void 0 || rating.by === "platform") return void 0;
  if (!answer)
    return reader.refuse(rating.column, "RatingWithoutAnswer", {
      zh: "\u6709\u8BC4\u4EF7\u800C\u65E0\u7B54\u590D",
      en: "there is a rating but no answer"
    });
  const at = rating.at ? after2(reader, rating.at, answer.at, "rating", reading.now) : answer.at;
  if (at) return { value, at };
  if (reader.problems.some(({ column }) => column === rating.at?.column)) return void 0;
  return reader.refuse(rating.at.column, "Missing", {
    zh: "\u6709\u8BC4\u4EF7\u800C\u65E0\u8BC4\u4EF7\u65F6\u95F4",
    en: "there is a rating but no time of it"
  });
};
var readOutcome = (reader, reading, came) => {
  const { mapping: mapping2 } = reading;
  if (!came) return { stages: [], masked: 0, platformRating: false };
  const before = reader.problems.length;
  const answer = readAnswer(reader, reading, came);
  const rating = reader.problems.length > before ? void 0 : readRating(reader, reading, answer);
  const stages = [
    ...answer ? [answeredStage(answer, mapping2.rows === "history")] : [],
    ...rating ? [ratedStage(rating)] : []
  ];
  const platformRating = mapping2.rating?.by === "platform" && ratingValue(reader, reading) !== void 0;
  return { stages, masked: answer?.masked ?? 0, platformRating };
};

// services/standalone/src/import/mapping.codes.ts
var URGENCY = [
  { code: "normal", name: { zh: "\u4E00\u822C", en: "normal" } },
  { code: "urgent", name: { zh: "\u7D27\u6025", en: "urgent" } }
];
var CALLER_TYPES = [
  { code: "person", name: { zh: "\u4E2A\u4EBA", en: "person" } },
  { code: "organisation", name: { zh: "\u5355\u4F4D", en: "organisation" } },
  { code: "anonymous", name: { zh: "\u533F\u540D", en: "anonymous" } }
];
var codesOf2 = (office2, field) => ({
  source: office2.sources,
  medium: office2.media,
  kind: office2.kinds,
  category: office2.categories,
  urgency: URGENCY,
  callerType: CALLER_TYPES,
  servicePoint: office2.servicePoints,
  unit: office2.units
})[field];
var CODE_NAMES = [
  "source",
  "medium",
  "kind",
  "category",
  "urgency",
  "callerType",
  "servicePoint",
  "unit"
];
var statedCodes = (field) => {
  if ("always" in field) return [{ path: ["always"], code: field.always }];
  const listed = "contains" in field ? field.contains.map(({ code: code3 }, index) => ({ path: ["contains", index, "code"], code: code3 })) : Object.entries(field.values ?? {}).map(([value, code3]) => ({ path: ["values", value], code: code3 }));
  return field.otherwise === "refuse" ? listed : [...listed, { path: ["otherwise"], code: field.otherwise }];
};
var unknownIn = (field, list, at) => statedCodes(field).filter(({ code: code3 }) => !list.some((entry) => entry.code === code3)).map(({ path, code: code3 }) => {
  const near = nearestWord(
    code3,
    list.map((entry) => entry.code)
  );
  return {
    path: [...at, ...path],
    text: {
      zh: `\u673A\u6784\u6863\u6848\u4E2D\u6CA1\u6709\u4EE3\u7801\u201C${code3}\u201D${near ? `,\u662F\u5426\u4E3A\u201C${near}\u201D` : ""}`,
      en: `the office has no code ${code3}${near ? `; did you mean ${near}?` : ""}`
    }
  };
});
var unknownCodes = (mapping2, office2) => [
  ...CODE_NAMES.flatMap((name) => {
    const field = mapping2[name];
    return field ? unknownIn(field, codesOf2(office2, name), [name]) : [];
  }),
  ...mapping2.answer?.how ? unknownIn(mapping2.answer.how, office2.media, ["answer", "how"]) : []
];

// services/standalone/src/import/row-reader.ts
var cellText = (cell) => {
  if (cell === null || cell === void 0) return "";
  if (typeof cell !== "object") return cleanText(String(cell));
  return cell.kind === "date" ? cell.local.replace("T", " ").replace(cell.precision === "day" ? / .*/ : /$^/, "") : "";
};
var byValue = (field, text3, list) => {
  if ("contains" in field) return field.contains.find(({ words: words2 }) => words2.some((word) => text3.includes(word)))?.code;
  if ("always" in field) return field.always;
  if (field.values) return Object.hasOwn(field.values, text3) ? field.values[text3] : void 0;
  return list.find(({ code: code3, name }) => [code3, name.zh, name.en].includes(text3))?.code;
};
var known2 = (field, list) => {
  if ("values" in field && field.values) return Object.keys(field.values);
  return list.flatMap(({ code: code3, name }) => [code3, name.zh]);
};
var MAX_EXACT = 1e15;
var rowReader = (row, columns, office2, zone2) => {
  const problems = [];
  const refuse = (column, code4, reason2) => {
    problems.push({ column, code: code4, reason: reason2 });
    return void 0;
  };
  const cell = (label3) => row.cells[columns.at.get(label3) ?? -1];
  const text3 = (label3) => {
    const content = cell(label3);
    if (typeof content === "object" && content?.kind === "error")
      return refuse(label3, "CellError", {
        zh: `\u5355\u5143\u683C\u516C\u5F0F\u51FA\u9519 ${content.code}`,
        en: `the cell\u2019s formula failed: ${content.code}`
      });
    return cellText(content) || void 0;
  };
  const inList2 = (field, list) => {
    if ("always" in field) return field.always;
    const { column, otherwise: otherwise2 } = field;
    const written = text3(column) ?? "";
    const code4 = byValue(field, written, list) ?? (otherwise2 === "refuse" ? void 0 : otherwise2);
    if (code4 !== void 0 || problems.some((each) => each.column === column)) return code4;
    if (written === "") return refuse(column, "Missing", { zh: "\u4E3A\u7A7A", en: "is empty" });
    const near = "contains" in field ? null : nearestWord(written, known2(field, list));
    const [listZh, listEn] = "values" in field ? ["\u6620\u5C04\u7684 values", "the list of the mapping"] : ["\u673A\u6784\u6863\u6848", "the office profile"];
    const shown = written.slice(0, 40);
    return refuse(column, "UnknownValue", {
      zh: `${listZh}\u4E2D\u6CA1\u6709\u201C${shown}\u201D${near ? `,\u662F\u5426\u4E3A\u201C${near}\u201D` : ""};\u8BF7\u6539\u6B63,\u6216\u5728\u6620\u5C04\u7684 values \u4E2D\u8865\u4E0A`,
      en: `${listEn} has no \u201C${shown}\u201D${near ? `; did you mean \u201C${near}\u201D?` : ""}: correct it, or add it to the mapping\u2019s values`
    });
  };
  const code3 = (field, name, on) => {
    const list = codesOf2(office2, name);
    const found2 = inList2(field, list);
    const entry = found2 === void 0 ? void 0 : list.find((each) => each.code === found2);
    if (!entry || on === void 0 || inForce(entry, on)) return found2;
    const column = "column" in field ? field.column : name;
    return refuse(column, "NotInForce", {
      zh: `\u4EE3\u7801\u201C${found2}\u201D\u5728 ${on} \u4E0D\u53EF\u7528`,
      en: `the code ${found2} was not in force on ${on}`
    });
  };
  const time2 = ({ column, formats }) => {
    const content = cell(column);
    const stated = typeof content === "object" && content?.kind === "date" ? content : null;
    const written = stated ? void 0 : text3(column);
    if (!stated && written === void 0) return void 0;
    const date = stated ?? dateIn(written, formats);
    if (date && date.local >= "1900-01-01T00:00:01" && date.local < "9999") return momentOf(date, zone2);
    const shown = (written ?? date?.local ?? "").slice(0, 40);
    return refuse(column, "BadTime", {
      zh: `\u201C${shown}\u201D\u4E0D\u662F\u6240\u5217\u683C\u5F0F\u7684\u65E5\u671F\u65F6\u95F4,\u6216\u8BE5\u65E5\u4E0D\u5B58\u5728`,
      en: `\u201C${shown}\u201D is no date in the formats listed, or no day that exists`
    });
  };
  const number = (label3) => {
    const written = text3(label3);
    if (written === void 0)
      return problems.some(({ column }) => column === label3) ? void 0 : refuse(label3, "Missing", { zh: "\u7F16\u53F7\u4E3A\u7A7A", en: "the number is empty" });
    const content = cell(label3);
    const inexact = typeof content === "number" && !(Number.isSafeInteger(content) && Math.abs(content) < MAX_EXACT);
    if (inexact || /^\d(?:\.\d+)?E\+?\d+$/i.test(written))
      return refuse(label3, "InexactNumber", {
        zh: "\u7F16\u53F7\u5728\u8868\u683C\u4E2D\u6210\u4E86\u6570\u5B57,\u4F4D\u6570\u5DF2\u5931\u771F:\u8BF7\u628A\u8BE5\u5217\u8BBE\u4E3A\u6587\u672C\u540E\u91CD\u65B0\u5BFC\u51FA",
        en: "the sheet keeps this number as a rounded figure: make the column text and export it again"
      });
    return written.length <= 80 ? written : refuse(label3, "TooLong", { zh: "\u7F16\u53F7\u8D85\u8FC7 80 \u5B57", en: "the number is longer than 80 characters" });
  };
  return { problems, refuse, text: text3, code: code3, time: time2, number };
};

// services/standalone/src/import/read-row.ts
var MAX_SUMMARY = 500;
var skippedBy = (reader, mapping2) => (mapping2.skip ?? []).find(({ column, values }) => values.includes(reader.text(column) ?? ""))?.column;
var cameAt = (reader, { cameAt: field }, now) => {
  const moment = reader.time(field);
  const { column } = field;
  if (!moment) {
    if (reader.problems.some((each) => each.column === column)) return void 0;
    return reader.refuse(column, "Missing", { zh: "\u65F6\u95F4\u4E3A\u7A7A", en: "the time is empty" });
  }
  if (moment.at <= now) return moment;
  return reader.refuse(column, "InTheFuture", { zh: "\u65F6\u95F4\u5728\u5C06\u6765", en: "the time is in the future" });
};
var codes = (reader, mapping2, on) => {
  const names2 = ["source", "medium", "kind", "category", "urgency", "callerType", "servicePoint"];
  return Object.fromEntries(
    names2.flatMap((name) => {
      const field = mapping2[name];
      const code3 = field && reader.code(field, name, on);
      return code3 === void 0 ? [] : [[name, code3]];
    })
  );
};
var texts2 = (reader, { mapping: mapping2, ownNumbers }) => {
  const title = reader.text(mapping2.summary);
  const statement2 = mapping2.statement === void 0 ? void 0 : reader.text(mapping2.statement);
  const place = mapping2.place === void 0 ? void 0 : reader.text(mapping2.place);
  if (title === void 0) reader.refuse(mapping2.summary, "Missing", { zh: "\u4E3B\u9898\u4E3A\u7A7A", en: "the summary is empty" });
  const { text: text3, masked } = maskNumbers(title ?? "", ownNumbers);
  const summary = text3.length > MAX_SUMMARY ? `${text3.slice(0, MAX_SUMMARY - 1).toWellFormed()}\u2026` : text3;
  const lost = summary !== title;
  const said = lost && title !== void 0 ? [title, statement2].filter(Boolean).join("\n") : statement2 ?? title ?? "";
  return { summary, masked, statement: { text: said, ...place !== void 0 && { place } } };
};
var caller2 = (reader, { caller: fields = {} }) => Object.fromEntries(
  Object.entries(fields).flatMap(([name, label3]) => {
    const text3 = label3 === void 0 ? void 0 : reader.text(label3);
    return text3 === void 0 ? [] : [[name, text3]];
  })
);
var columnOf2 = (mapping2, path) => {
  const [field, part] = path.map(String);
  if (field === "statement") return (part === "place" ? mapping2.place : mapping2.statement) ?? mapping2.summary;
  if (field === "caller") return mapping2.caller?.[part] ?? "caller";
  if (field === "externalNumber") return mapping2.number;
  return field === "summary" ? mapping2.summary : field ?? "";
};
var checkShape = (reader, mapping2, data) => {
  const result = caseCommands.RegisterCase.safeParse(data);
  for (const issue of result.error?.issues ?? []) {
    const column = columnOf2(mapping2, issue.path);
    const zh = issue.code === "too_big" ? `\u8D85\u8FC7 ${issue.maximum} \u5B57` : `\u6709\u8BEF\uFF08${issue.message}\uFF09`;
    const en = issue.code === "too_big" ? `is longer than ${issue.maximum} characters` : issue.message;
    if (!reader.problems.some((each) => each.column === column)) reader.refuse(column, "InvalidInput", { zh, en });
  }
};
var readRow = (row, reading) => {
  const { mapping: mapping2, office: office2, columns, zone: zone2, now } = reading;
  const reader = rowReader(row, columns, office2, zone2);
  const skip = skippedBy(reader, mapping2);
  if (skip !== void 0) return { skip };
  const number = reader.number(mapping2.number);
  const came = cameAt(reader, mapping2, now);
  const details2 = codes(reader, mapping2, came && dayOf(came.at, zone2));
  const { summary, masked, statement: statement2 } = texts2(reader, reading);
  const who = caller2(reader, mapping2);
  const history = mapping2.rows === "history";
  const person = { caller: who, statement: statement2 };
  const data = { ...details2, summary, externalNumber: number, ...person, accept: true, history };
  const outcome = readOutcome(reader, reading, came);
  if (reader.problems.length === 0) checkShape(reader, mapping2, data);
  if (reader.problems.length > 0 || number === void 0 || !came)
    return { problems: reader.problems, ...number !== void 0 && { number } };
  const registered = {
    name: "registered",
    commands: () => [{ step: "registered", type: "RegisterCase", data, occurredAt: came }]
  };
  const kind2 = String(details2["kind"]);
  return {
    plan: {
      row: row.number,
      source: String(details2["source"]),
      number,
      kind: kind2,
      service: kind(office2, kind2).service,
      stages: [registered, ...outcome.stages],
      masked: { summaries: masked, replies: outcome.masked },
      platformRating: outcome.platformRating
    }
  };
};

// services/standalone/src/import/file-survey.ts
var isBlank = ({ cells }) => cells.every((cell) => cell === null || cell === void 0 || typeof cell === "string" && cell.trim() === "");
var identity = (source, number) => JSON.stringify([source, number]);
var identityOf = ({ source, number }) => identity(source, number);
var glance = (row, { mapping: mapping2, columns, office: office2, zone: zone2 }, named2) => {
  const reader = rowReader(row, columns, office2, zone2);
  if (skippedBy(reader, mapping2) !== void 0) return null;
  const number = reader.number(mapping2.number);
  const source = reader.code(mapping2.source, "source");
  if (number === void 0 || source === void 0) return null;
  const said = named2.map((label3) => reader.text(label3) ?? null);
  const digest = createHash4("sha256").update(JSON.stringify(said)).digest("base64").slice(0, 22);
  return { key: identity(source, number), digest };
};
var surveyFile = async (rows, reading) => {
  const numbers = /* @__PURE__ */ new Map();
  const named2 = columnsNamed(reading.mapping);
  let count2 = 0;
  for await (const row of rows) {
    if (row.number <= reading.columns.headerRow || isBlank(row)) continue;
    count2++;
    const seen = glance(row, reading, named2);
    if (!seen) continue;
    const { key, digest } = seen;
    const known3 = numbers.get(key);
    if (!known3) numbers.set(key, { first: row.number, digest });
    else if (known3.digest !== digest) known3.other ??= row.number;
  }
  return { rows: count2, numbers };
};

// services/standalone/src/import/tally.ts
var columnOf3 = (stage, mapping2) => ({ registered: mapping2.number, answered: mapping2.answer?.text, rated: mapping2.rating?.column })[stage] ?? stage;
var tally = (mapping2) => {
  const counts = { read: 0, added: 0, advanced: 0, unchanged: 0, changed: 0, skipped: 0, refused: 0 };
  const refusedRows = [];
  const changedRows = [];
  const skippedRows = [];
  const masked = { summaries: 0, replies: 0 };
  const kinds = {};
  let platformRatings = 0;
  const count2 = (as) => {
    counts.read++;
    counts[as]++;
  };
  const refuse = (row, problems, number) => {
    count2("refused");
    refusedRows.push(...problems.map((each) => ({ row, ...number !== void 0 && { number }, ...each })));
  };
  const noted = (plan) => {
    masked.summaries += plan.masked.summaries;
    masked.replies += plan.masked.replies;
    platformRatings += plan.platformRating ? 1 : 0;
    kinds[plan.kind] = (kinds[plan.kind] ?? 0) + 1;
  };
  const applied = (plan, { stream, added, advanced, differences: differences2, refused }) => {
    const { row, number } = plan;
    if (refused) {
      const { code: code3, details: details2 } = refused.refusal;
      const column = columnOf3(refused.stage, mapping2);
      return refuse(row, [{ column, code: code3, reason: refusalText(code3, details2) }], number);
    }
    noted(plan);
    if (differences2.length > 0) changedRows.push({ row, number, stream, differences: differences2 });
    count2(differences2.length > 0 ? "changed" : added ? "added" : advanced.length > 0 ? "advanced" : "unchanged");
  };
  const skip = (row, reason2) => {
    count2("skipped");
    skippedRows.push({ row, reason: reason2 });
  };
  const byRow = (rows) => [...rows].sort((a, b) => a.row - b.row);
  const report = (ignoredColumns) => ({
    ...counts,
    refusedRows: byRow(refusedRows),
    changedRows: byRow(changedRows),
    skippedRows: byRow(skippedRows),
    masked: { ...masked },
    platformRatings,
    kinds: Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => a < b ? -1 : 1)),
    ignoredColumns
  });
  return { refuse, applied, skip, report, counts: () => ({ ...counts }) };
};

// services/standalone/src/import/import-file.ts
var CONCURRENCY = 128;
var sheetOf = (book, { sheet }, file) => {
  if (sheet === void 0 || book.format === "csv") return book.sheets[0];
  if (book.sheets.includes(sheet)) return sheet;
  const near = nearestWord(sheet, book.sheets) ?? book.sheets.join("\u3001");
  throw new ImportError(file, {
    zh: `\u6CA1\u6709\u5DE5\u4F5C\u8868\u201C${sheet}\u201D,\u6709\u201C${near}\u201D`,
    en: `there is no sheet \u201C${sheet}\u201D; there is \u201C${near}\u201D`
  });
};
var inParallel = async (items, limit, work) => {
  const running = /* @__PURE__ */ new Set();
  const failures = [];
  for await (const item of items) {
    const one = work(item).catch((error) => void failures.push(error)).finally(() => running.delete(one));
    running.add(one);
    if (running.size >= limit) await Promise.race(running);
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
};
async function* plansOf(rows, reading, survey, into) {
  for await (const row of rows) {
    if (row.number <= reading.columns.headerRow || isBlank(row)) continue;
    const read3 = readRow(row, reading);
    if ("skip" in read3)
      into.skip(row.number, { zh: `\u6309\u6620\u5C04\u8DF3\u8FC7\uFF08${read3.skip}\uFF09`, en: `left out by the mapping (${read3.skip})` });
    else if ("problems" in read3) into.refuse(row.number, read3.problems, read3.number);
    else if (toSend(read3.plan, reading, survey, into)) yield read3.plan;
  }
}
var toSend = (plan, { mapping: mapping2 }, survey, into) => {
  const { first, other } = survey.numbers.get(identityOf(plan));
  if (other !== void 0) {
    const rows = plan.row === first ? other : first;
    const reason2 = {
      zh: `\u4E0E\u7B2C ${rows} \u884C\u7F16\u53F7\u76F8\u540C\u800C\u5185\u5BB9\u4E0D\u540C`,
      en: `row ${rows} has the same number and says something else`
    };
    into.refuse(plan.row, [{ column: mapping2.number, code: "DuplicateNumber", reason: reason2 }], plan.number);
    return false;
  }
  if (plan.row === first) return true;
  into.skip(plan.row, { zh: `\u4E0E\u7B2C ${first} \u884C\u76F8\u540C`, en: `the same as row ${first}` });
  return false;
};
var importBook = async (book, options) => {
  const { file, mapping: mapping2, office: office2, rpc: rpc2, by, onProgress, concurrency = CONCURRENCY } = options;
  const sheet = sheetOf(book, mapping2, file);
  const columns = await findHeader(book.rows(sheet), columnsNamed(mapping2), file);
  const zone2 = mapping2.timeZone ?? office2.office.timeZone;
  const ownNumbers = office2.sources.flatMap(({ phone }) => phone === void 0 ? [] : [phone]);
  const now = new Date(options.now()).toISOString();
  const reading = { mapping: mapping2, columns, office: office2, zone: zone2, ownNumbers, now };
  const survey = await surveyFile(book.rows(sheet), reading);
  const result = tally(mapping2);
  const tell = () => onProgress?.({ total: survey.rows, ...result.counts() });
  tell();
  await inParallel(plansOf(book.rows(sheet), reading, survey, result), concurrency, async (plan) => {
    result.applied(plan, await applyRow({ rpc: rpc2, by, mapping: mapping2 }, plan));
    tell();
  });
  tell();
  return result.report(columns.ignored);
};
var importFile = async (options) => {
  if (options.demo) throw new Refused("DemoStore");
  const { csv } = options.mapping;
  const how = { ...csv?.encoding && { encoding: csv.encoding }, ...csv?.delimiter && { delimiter: csv.delimiter } };
  const book = await openBook2(options.file, how);
  try {
    return await importBook(book, options);
  } finally {
    await book.close();
  }
};

// services/standalone/src/import/load-mapping.ts
import { readFile } from "node:fs/promises";
import { LineCounter as LineCounter2, isMap as isMap2, isScalar as isScalar2, parseDocument as parseDocument2 } from "yaml";

// services/standalone/src/import/mapping.error.ts
var MappingError = class extends Error {
  constructor(file, problems) {
    const lines = problems.map(
      ({ line, field, text: text3 }) => `${file}:${line}: ${field ? `${field}: ` : ""}${text3.en} / ${text3.zh}`
    );
    super(lines.join("\n"));
    this.file = file;
    this.problems = problems;
    this.name = "MappingError";
  }
  file;
  problems;
};

// services/standalone/src/import/mapping.schema.ts
import { z as z6 } from "zod";
var label2 = z6.string().trim().min(1).max(100);
var zone = z6.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}, "not a time zone, such as Asia/Shanghai");
var otherwise = z6.union([z6.literal("refuse"), code2]).default("refuse");
var codeField = z6.union([
  z6.strictObject({ always: code2 }),
  z6.strictObject({ column: label2, values: z6.record(z6.string(), code2).optional(), otherwise }),
  z6.strictObject({
    column: label2,
    contains: z6.array(z6.strictObject({ words: z6.array(z6.string().min(1)).min(1), code: code2 })).min(1),
    otherwise
  })
]);
var dateFormat = z6.string().regex(
  /^(?=.*yyyy)(?=.*M)(?=.*d)[^a-zA-Z]*(?:(?:yyyy|MM?|dd?|HH?|mm?|ss?|T)[^a-zA-Z]*)+$/,
  "a format such as yyyy-M-d H:mm:ss"
);
var timeField = z6.strictObject({ column: label2, formats: z6.array(dateFormat).min(1).optional() });
var ratingValue2 = z6.union([z6.int().min(1).max(5), attemptOutcome.exclude(["reached"]), z6.literal("none")]);
var mappingSchema = z6.strictObject({
  sheet: label2.optional(),
  csv: z6.strictObject({
    encoding: z6.enum(["utf-8", "utf-16le", "gb18030"]).optional(),
    delimiter: z6.string().length(1).optional()
  }).optional(),
  timeZone: zone.optional(),
  rows: z6.enum(["history", "live"]),
  skip: z6.array(z6.strictObject({ column: label2, values: z6.array(z6.string()).min(1) })).optional(),
  number: label2,
  source: codeField,
  medium: codeField,
  kind: codeField,
  category: codeField,
  urgency: codeField.optional(),
  callerType: codeField.optional(),
  servicePoint: codeField.optional(),
  unit: codeField.optional(),
  summary: label2,
  statement: label2.optional(),
  place: label2.optional(),
  caller: z6.strictObject({ name: label2, phone: label2, address: label2, email: label2, organisation: label2 }).partial().optional(),
  cameAt: timeField,
  answer: z6.strictObject({ text: label2, at: timeField, how: codeField.optional() }).optional(),
  rating: z6.strictObject({
    column: label2,
    by: z6.enum(["office", "platform"]),
    values: z6.record(z6.string(), ratingValue2),
    otherwise: z6.enum(["refuse", "none"]).default("refuse"),
    at: timeField.optional()
  }).optional()
});
var categoriesSchema = z6.strictObject({
  sheet: label2.optional(),
  csv: mappingSchema.shape.csv,
  levels: z6.array(label2).min(1).max(6),
  /** Code (and English name) of a name of the first level; others get `prefix` and a number. */
  top: z6.record(z6.string(), z6.strictObject({ code: code2, en: z6.string().optional() })).default({}),
  prefix: code2.default("c")
});

// services/standalone/src/import/load-mapping.ts
var startOf = (node) => node?.range?.[0];
var lineAt2 = ({ document, lines }, path) => {
  for (let length = path.length; length > 0; length--) {
    const around = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap2(around) ? around.items.find(({ key }) => isScalar2(key) && String(key.value) === String(path[length - 1])) : void 0;
    const start = startOf(pair?.key) ?? startOf(document.getIn(path.slice(0, length), true));
    if (start !== void 0) return lines.linePos(start).line;
  }
  return 1;
};
var keysAt2 = (schema, path) => {
  const { def, shape } = schema;
  if (def?.innerType) return keysAt2(def.innerType, path);
  if (def?.options) return def.options.flatMap((option) => keysAt2(option, path));
  if (!shape) return [];
  return path.length === 0 ? Object.keys(shape) : keysAt2(shape[String(path[0])], path.slice(1));
};
var unknownKey2 = (schema, path, key) => {
  const near = nearestWord(key, keysAt2(schema, path));
  return {
    path: [...path, key],
    text: {
      zh: `\u6CA1\u6709\u8FD9\u4E00\u9879${near ? `,\u662F\u5426\u4E3A\u201C${near}\u201D` : ""}`,
      en: `there is no such key${near ? `; did you mean ${near}?` : ""}`
    }
  };
};
var closestBranch = (branches) => [...branches].sort((a, b) => a.length - b.length || deepest(b) - deepest(a))[0] ?? [];
var deepest = (issues) => Math.max(0, ...issues.map(({ path }) => path.length));
var found = (schema, issue, before = []) => {
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey2(schema, path, key));
  if (issue.code === "invalid_union" && issue.errors.length > 0)
    return closestBranch(issue.errors).flatMap((inner) => found(schema, inner, path));
  const missing2 = issue.code === "invalid_type" && /received undefined/.test(issue.message);
  return [
    {
      path,
      text: missing2 ? { zh: "\u7F3A\u5C11\u8FD9\u4E00\u9879", en: "is missing" } : { zh: `\u6709\u8BEF\uFF08${issue.message}\uFF09`, en: issue.message }
    }
  ];
};
var fieldOf2 = (path) => path.reduce(
  (text3, step) => typeof step === "number" ? `${text3}[${step}]` : `${text3}${text3 && "."}${String(step)}`,
  ""
);
var problem = (source, { path, text: text3 }) => ({
  line: lineAt2(source, path),
  field: fieldOf2(path),
  text: text3
});
var parsed2 = (text3, file, schema) => {
  const lines = new LineCounter2();
  const document = parseDocument2(text3.replace(/^\uFEFF/, ""), { lineCounter: lines, uniqueKeys: true });
  const source = { document, lines };
  const broken = document.errors.map(({ message, pos }) => {
    const first = message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, "");
    return {
      line: lines.linePos(pos[0]).line,
      field: "",
      text: { zh: `\u4E0D\u662F\u6709\u6548\u7684 YAML\uFF08${first}\uFF09`, en: `no valid YAML: ${first}` }
    };
  });
  if (broken.length > 0) throw new MappingError(file, broken);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return { value: result.data, source };
  const problems = result.error.issues.flatMap((issue) => found(schema, issue)).map((each) => problem(source, each));
  throw new MappingError(
    file,
    problems.sort((a, b) => a.line - b.line)
  );
};
var brokenRules2 = ({ rows, answer, unit, rating }) => [
  ...rows === "live" && answer && !unit ? [
    {
      path: ["answer"],
      text: { zh: "\u5728\u529E\u4EF6\u7684\u7B54\u590D\u9700\u8981 unit\uFF08\u627F\u529E\u5355\u4F4D\uFF09", en: "answers of live rows need unit: who answered" }
    }
  ] : [],
  ...rating?.by === "office" && !answer ? [{ path: ["rating"], text: { zh: "\u6709\u8BC4\u4EF7\u987B\u6709 answer\uFF08\u7B54\u590D\uFF09", en: "a rating needs answer: it rates one" } }] : []
];
var parseMapping = (text3, file, office2) => {
  const { value, source } = parsed2(text3, file, mappingSchema);
  const wrong = [...unknownCodes(value, office2), ...brokenRules2(value)];
  if (wrong.length > 0)
    throw new MappingError(
      file,
      wrong.map((each) => problem(source, each)).sort((a, b) => a.line - b.line)
    );
  return value;
};

// services/standalone/tmp.ts
var office = loadOffice("/work/main/services/standalone/office.yaml");
var mapping = parseMapping(`rows: history
number: \u5DE5\u5355\u7F16\u53F7
source: { always: '12345' }
medium: { always: phone }
kind: { always: complaint }
category: { always: other.matter }
summary: \u6807\u9898
statement: \u5185\u5BB9
caller: { name: \u6765\u7535\u4EBA, phone: \u7535\u8BDD }
cameAt: { column: \u6765\u7535\u65F6\u95F4 }
answer: { text: \u7B54\u590D, at: { column: \u7B54\u590D\u65F6\u95F4 } }
rating: { column: \u8BC4\u4EF7, by: office, values: { \u6EE1\u610F: 4 } }`, "m", office);
var rpc = { call: async (_, op, p) => {
  await new Promise(setImmediate);
  return op === "bySource" ? { stream: null } : { stream: `complaint-${derivedId("12345", p.data.externalNumber ?? "x")}`, events: ["x"], revision: 1, position: 1 };
} };
var max = 0;
var t = Date.now();
var r = await importFile({ file: "/tmp/big.xlsx", mapping, rpc, office, by: { account: "t", role: "importer" }, demo: false, now: Date.now, onProgress: () => {
} });
max = process.resourceUsage().maxRSS / 1024;
console.log(r.read, r.added, r.refused, r.refusedRows[0], Date.now() - t, "ms", Math.round(max), "MB");
