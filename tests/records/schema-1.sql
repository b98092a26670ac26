-- Records as version 1 of the file kept them: one trainee with a PIN (2580), three attempts in a chain, a
-- fourth broken off.
BEGIN;

-- Trainees, the content they practised with, what they did.
CREATE TABLE profile (
    id TEXT NOT NULL PRIMARY KEY,      -- a UUID that says nothing about the person
    name TEXT NOT NULL,
    since_ms INTEGER NOT NULL,         -- milliseconds since 1970, UTC
    since_offset INTEGER NOT NULL,     -- local time minus UTC, minutes
    pin TEXT,                          -- PHC string of an Argon2id hash
    links INTEGER NOT NULL DEFAULT 0,  -- length of the chain of attempts
    head TEXT NOT NULL                 -- hash of its last link
) STRICT;

-- One content file, known by the SHA-256 of its text: kept once, however often it is practised with.
CREATE TABLE part (
    digest TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files a scenario or a shift was made of, in order.
CREATE TABLE edition (
    digest TEXT NOT NULL,
    place INTEGER NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (digest, place)
) STRICT, WITHOUT ROWID;

-- Finished attempts, a chain for each trainee.
CREATE TABLE attempt (
    profile TEXT NOT NULL,
    place INTEGER NOT NULL,            -- from 1
    id TEXT NOT NULL UNIQUE,
    previous TEXT NOT NULL,            -- hash of the link before it
    hash TEXT NOT NULL,
    body TEXT NOT NULL,                -- the attempt as JSON, exactly as it was hashed
    PRIMARY KEY (profile, place)
) STRICT;

-- Attempts in progress, line by line.
CREATE TABLE open_attempt (
    id TEXT NOT NULL PRIMARY KEY,
    profile TEXT NOT NULL,
    holder TEXT NOT NULL,              -- which run of the program is at it
    setup TEXT NOT NULL,               -- JSON
    notepad TEXT NOT NULL
) STRICT;

CREATE TABLE open_line (
    attempt TEXT NOT NULL,
    place INTEGER NOT NULL,            -- from 0
    line TEXT NOT NULL,
    PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;


INSERT INTO profile (id, name, since_ms, since_offset, pin, links, head) VALUES (
    '00005a30-0000-4000-8000-000000000001',
    '周晓雯',
    1795397400000,
    480,
    '$argon2id$v=19$m=19456,t=2,p=1$fd/AJoHGysFrwVg5wCusuA$h2gL47kTxADJiYV0EO2lDgPWn2is1qGCb0MmzWp7rfg',
    3,
    '5af16f86a8311f62be31eccb3a263e9f4671d6963c0da79f192990bad286ca98'
);
INSERT INTO part (digest, name, text) VALUES (
    'c6235a958aba282973c2df13dddc0f48d5fd011b48ca6d60406357df912493de',
    'bare.ron',
    '// 测试用：没有拨号前，也没有记录；耐心 40，一次掉 20。
Scenario(
    id: "bare",
    title: "两句话",
    summary: "只有通话。",
    persona: (name: "王强", called: "王先生", temperament: Plain, trust: 50, patience: 40),
    case_file: (room: "702", arrears_yuan: 900, months: 3, period: "9月至11月", pay_by: "11月30日", today: "11月26日"),
    talk: (
        start: "hello",
        turns: [
            (
                id: "hello", owner: "喂？",
                silence: (patience: Rises),
                choices: [
                    (say: "您好，服务中心。", why: "报了家门。", shows: [Greeting], goto: "day"),
                    (say: "您好，服务中心，请问是{room}的{called}吗？", why: "报家门，核身。", best: true, shows: [Greeting, IdentityCheck], goto: "day"),
                    (say: "喂喂喂？", why: "耗耐心。", patience: Plunges, goto: "hello"),
                ],
            ),
            (
                id: "day", owner: "什么事？",
                choices: [
                    (say: "周六来还是周日来？", why: "二选一。", best: true, shows: [DateLocked], goto: "saturday"),
                    (say: "没事了。", why: "白打了。", goto: "nothing"),
                ],
            ),
        ],
    ),
    endings: [
        (id: "saturday", outcome: Appointment, title: "周六来", text: "说定了。"),
        (id: "nothing", outcome: Refusal, title: "没说", text: "白打了。"),
        (id: "hung-up", outcome: HungUp, title: "挂了", text: "没耐心了。"),
    ],
    hangs_up: "hung-up",
)
'
);
INSERT INTO edition (digest, place, part) VALUES (
    'e0569284b94ed4176e19ea06004b0d9e41dc0ef2d842b7dac4e81fb9b69893fa',
    0,
    'c6235a958aba282973c2df13dddc0f48d5fd011b48ca6d60406357df912493de'
);
INSERT INTO attempt (profile, place, id, previous, hash, body) VALUES (
    '00005a30-0000-4000-8000-000000000001',
    1,
    '0000a77e-0000-4000-8000-000000000001',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '5f6382db4b69919329dfc98d30fbb46fea07a4e4eaceec1a0d97fef890c57533',
    '{"setup":{"id":"0000a77e-0000-4000-8000-000000000001","kind":"Call","subject":"bare","edition":"e0569284b94ed4176e19ea06004b0d9e41dc0ef2d842b7dac4e81fb9b69893fa","language":"zh-Hans","city":"default","rule":null,"seed":"1","is_exam":false,"retry":null,"began":{"unix_ms":1795397460000,"offset_minutes":480},"program":"0.1.0"},"status":"Finished","lasted_ms":200,"inputs":["0:1","200:1"],"summary":{"Call":{"title":"两句话","owner":"王强","temperament":"Plain","temperament_name":"平直","process":100,"pass_mark":60,"compliance":"clean","outcome":"Appointment","ending":"saturday","verdict":"Passed","passed":true,"dimensions":[{"id":"opening","name":"接通","score":100,"weight":40},{"id":"driving","name":"推动","score":100,"weight":10}],"criteria":[{"id":"Greeting","name":"自报家门","weight":0,"met":1,"due":1},{"id":"IdentityCheck","name":"核身","weight":0,"met":1,"due":1},{"id":"DateLocked","name":"锁日子","weight":0,"met":1,"due":1}],"breaches":[],"note":{"told":0,"kept":0,"noted":0,"invented":0},"items":[]}}}'
);
INSERT INTO attempt (profile, place, id, previous, hash, body) VALUES (
    '00005a30-0000-4000-8000-000000000001',
    2,
    '510f0b18-7164-4cf2-9388-64fac4b11ae4',
    '5f6382db4b69919329dfc98d30fbb46fea07a4e4eaceec1a0d97fef890c57533',
    'ddb2ad0162d9132a00232d9f4f92c024d8a16cbcfe146742288c607477296462',
    '{"setup":{"id":"510f0b18-7164-4cf2-9388-64fac4b11ae4","kind":"Shift","subject":"small-desk","edition":"b0bf99393fb9a1209ce1c2fecfa04f2a4ed2010775c98d6062041ef6a4672fec","language":"zh-Hans","city":"default","rule":"Standing","seed":"7","is_exam":false,"retry":null,"began":{"unix_ms":1795397400000,"offset_minutes":480},"program":"0.1.0"},"status":"GivenUp","lasted_ms":11000,"inputs":["(at_ms: 11000, act: PickUp(2))","(at_ms: 11000, act: Speak(\"您好，云景花园\"))","(at_ms: 11000, act: What(\"您好，云景花园\"))","(at_ms: 11000, act: PutDown(400))"],"summary":{"Shift":{"title":"小前台","score":53,"pass_mark":80,"passed":false,"within":3,"rings":[1],"reactions_ms":[1000],"apologies_due":0,"apologies_made":0,"priority_errors":0,"fell_short":[],"criteria":[{"id":"Rings","name":"Rings","weight":25,"met":1,"due":1},{"id":"FirstSentence","name":"FirstSentence","weight":5,"met":0,"due":1},{"id":"Identity","name":"Identity","weight":5,"met":0,"due":1},{"id":"NoInterrupting","name":"NoInterrupting","weight":5,"met":1,"due":1},{"id":"NoBrushOff","name":"NoBrushOff","weight":5,"met":0,"due":1},{"id":"ReadBack","name":"ReadBack","weight":5,"met":0,"due":1},{"id":"NoteRecall","name":"NoteRecall","weight":5,"met":0,"due":1},{"id":"NotePrecision","name":"NotePrecision","weight":5,"met":1,"due":1},{"id":"Close","name":"Close","weight":5,"met":0,"due":1}],"items":[{"item":43,"right":0,"asked":1},{"item":45,"right":1,"asked":1},{"item":46,"right":1,"asked":2},{"item":47,"right":1,"asked":5}]}}}'
);
INSERT INTO attempt (profile, place, id, previous, hash, body) VALUES (
    '00005a30-0000-4000-8000-000000000001',
    3,
    '0000a77e-0000-4000-8000-000000000002',
    'ddb2ad0162d9132a00232d9f4f92c024d8a16cbcfe146742288c607477296462',
    '5af16f86a8311f62be31eccb3a263e9f4671d6963c0da79f192990bad286ca98',
    '{"setup":{"id":"0000a77e-0000-4000-8000-000000000002","kind":"Call","subject":"bare","edition":"e0569284b94ed4176e19ea06004b0d9e41dc0ef2d842b7dac4e81fb9b69893fa","language":"zh-Hans","city":"default","rule":null,"seed":"2","is_exam":false,"retry":null,"began":{"unix_ms":1795397520000,"offset_minutes":480},"program":"0.1.0"},"status":"Finished","lasted_ms":200,"inputs":["0:1","200:1"],"summary":{"Call":{"title":"两句话","owner":"王强","temperament":"Plain","temperament_name":"平直","process":40,"pass_mark":60,"compliance":"clean","outcome":"Refusal","ending":"nothing","verdict":"FailedOnProcess","passed":false,"dimensions":[{"id":"opening","name":"接通","score":50,"weight":40},{"id":"driving","name":"推动","score":0,"weight":10}],"criteria":[{"id":"Greeting","name":"自报家门","weight":0,"met":1,"due":1},{"id":"IdentityCheck","name":"核身","weight":0,"met":0,"due":1},{"id":"DateLocked","name":"锁日子","weight":0,"met":0,"due":1}],"breaches":[],"note":{"told":0,"kept":0,"noted":0,"invented":0},"items":[]}}}'
);
INSERT INTO open_attempt (id, profile, holder, setup, notepad) VALUES (
    '0000a77e-0000-4000-8000-000000000003',
    '00005a30-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-000000000001',
    '{"id":"0000a77e-0000-4000-8000-000000000003","kind":"Call","subject":"bare","edition":"e0569284b94ed4176e19ea06004b0d9e41dc0ef2d842b7dac4e81fb9b69893fa","language":"zh-Hans","city":"default","rule":null,"seed":"3","is_exam":false,"retry":null,"began":{"unix_ms":1795397580000,"offset_minutes":480},"program":"0.1.0"}',
    '周六来'
);
INSERT INTO open_line (attempt, place, line) VALUES (
    '0000a77e-0000-4000-8000-000000000003',
    0,
    '0:1'
);

PRAGMA application_id = 0x54524E47;
PRAGMA user_version = 1;
COMMIT;
