//! What the programs answer, and what they are told, as data.

use crate::app::voice::engine::{Kind, Named, Request, best};
use crate::app::voice::line::Line;
use crate::app::voice::{Manner, Tongue};

const ORDINARY: Manner = Manner { speed_percent: 100, pitch_percent: 0, volume_percent: 80, is_woman: None };
const UPSET: Manner = Manner { speed_percent: 120, pitch_percent: 10, volume_percent: 100, is_woman: Some(true) };
const LOW: Manner = Manner { speed_percent: 80, pitch_percent: -10, volume_percent: 60, is_woman: Some(false) };

const SPD: &str = "                     NAME                 LANGUAGE                  VARIANT
                Afrikaans                       af                     none
           Afrikaans+Adam                       af                     Adam
Chinese (Mandarin, latin as English)                      cmn                     none
Chinese (Mandarin, latin as English)+Adam                      cmn                     Adam
      Chinese (Cantonese)                      yue                     none
      English (Caribbean)                   en-029                     none
  English (Great Britain)                    en-GB                     none
        English (America)                    en-US                     none
";
const ESPEAK: &str = "Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  af              --/M      Afrikaans          gmw/af
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 5  zh              --/M      chinese-mb-cn1     mb/mb-cn1
 5  yue             --/M      Chinese_(Cantonese) sit/yue              (zh-yue 5)(zh 8)
 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
";
const SAY: &str = "Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Daniel              en_GB    # Hello! My name is Daniel.
Eddy (中文（中国大陆）) zh_CN    # 你好！我叫Eddy。
Meijia              zh_TW    # 你好，我叫美佳。
Samantha            en_US    # Hello! My name is Samantha.
Sinji               zh_HK    # 你好！我叫善怡。
Ting-Ting           zh_CN    # 你好！我叫婷婷 #1。
";
const SAPI: &str = "\u{feff}en-US|Male|Microsoft David Desktop\r
zh-CN|Female|Microsoft Huihui Desktop\r
zh-TW|Female|Microsoft Hanhan Desktop\r
en-GB|Female|Microsoft Hazel Desktop\r
ja-JP|Female|Microsoft Haruka Desktop\r
";

fn name(kind: Kind, answer: &str, tongue: Tongue, is_woman: Option<bool>) -> Option<String> {
    best(&kind.voices(answer), tongue, is_woman).map(|voice| voice.name.clone())
}

fn request(kind: Kind, answer: &str, tongue: Tongue, text: &str, manner: Manner) -> Request {
    let voices = kind.voices(answer);
    let voice = best(&voices, tongue, manner.is_woman).expect("a voice");
    kind.request(voice, &Line::new(tongue, text, manner).expect("words"))
}

fn words(args: &str) -> Vec<String> {
    args.split(' ').map(str::to_owned).collect()
}

#[test]
fn the_voice_is_the_one_that_suits_the_tongue() {
    use Tongue::{English, Mandarin};
    let chinese = Some("Chinese (Mandarin, latin as English)".to_owned());
    assert_eq!(name(Kind::SpeechDispatcher, SPD, Mandarin, None), chinese);
    assert_eq!(name(Kind::SpeechDispatcher, SPD, English, None).as_deref(), Some("English (Great Britain)"));
    assert_eq!(name(Kind::Espeak, ESPEAK, Mandarin, Some(true)), chinese);
    assert_eq!(name(Kind::Espeak, ESPEAK, English, None).as_deref(), Some("English (Great Britain)"));
    assert_eq!(name(Kind::Say, SAY, Mandarin, Some(false)).as_deref(), Some("Ting-Ting"));
    assert_eq!(name(Kind::Say, SAY, English, None).as_deref(), Some("Daniel"));
    assert_eq!(name(Kind::Say, SAY, English, Some(true)).as_deref(), Some("Samantha"));
    assert_eq!(name(Kind::Sapi, SAPI, Mandarin, None).as_deref(), Some("Microsoft Huihui Desktop"));
    assert_eq!(name(Kind::Sapi, SAPI, English, Some(true)).as_deref(), Some("Microsoft Hazel Desktop"));
}

#[test]
fn a_voice_of_another_region_is_better_than_none_but_cantonese_is_not_mandarin() {
    let only = |line: &str| name(Kind::Say, line, Tongue::Mandarin, None);
    assert_eq!(only("Meijia zh_TW # 你好\nSinji zh_HK # 你好").as_deref(), Some("Meijia"));
    assert_eq!(only("Sinji zh_HK # 你好"), None);
    assert_eq!(only("Daniel en_GB # Hello"), None);
    let named = |name: &str| Named { name: name.into(), culture: "zh_CN".into(), is_woman: None, rank: 1 };
    let eddy = Kind::Say.voices("Eddy (中文（中国大陆）) zh_CN    # 你好！");
    assert_eq!(eddy, [named("Eddy (中文（中国大陆）)")]);
}

#[test]
fn nonsense_is_no_voice() {
    for kind in [Kind::SpeechDispatcher, Kind::Espeak, Kind::Say, Kind::Sapi] {
        for answer in ["", "\n\n", "Failed to get voice list.\n", "|||\n|", "# # #", " zh\nzh \nzh", "zh zh"] {
            assert!(kind.voices(answer).iter().all(|voice| !voice.culture.is_empty()), "{kind:?} {answer:?}");
        }
    }
    assert!(Kind::SpeechDispatcher.voices("Failed to get voice list.\n").is_empty());
}

#[test]
fn speech_dispatcher_gets_the_text_as_its_last_argument() {
    let asked = request(Kind::SpeechDispatcher, SPD, Tongue::Mandarin, "-C $(rm) “水”", UPSET);
    let mut args = words("-w -N three-rings -l cmn -t female1 -r 71 -p 12 -i 100 --");
    args.push("-C $(rm) “水”".to_owned());
    assert_eq!(asked, Request { args, stdin: None });
    let asked = request(Kind::SpeechDispatcher, SPD, Tongue::English, "No.", LOW);
    let args = words("-w -N three-rings -l en-GB -t male1 -r -36 -p -20 -i 20 -- No.");
    assert_eq!(asked, Request { args, stdin: None });
    assert_eq!(Kind::SpeechDispatcher.cancel().expect("a daemon").args, ["-C"]);
}

#[test]
fn espeak_reads_the_text() {
    let asked = request(Kind::Espeak, ESPEAK, Tongue::Mandarin, "-w x", UPSET);
    let args = words("-v cmn+f2 -s 384 -p 56 -a 100 -b 1 --stdin");
    assert_eq!(asked, Request { args, stdin: Some("-w x".into()) });
    let asked = request(Kind::Espeak, ESPEAK, Tongue::English, "No.", LOW);
    assert_eq!(asked.args, words("-v en-gb -s 140 -p 40 -a 60 -b 1 --stdin"));
}

#[test]
fn say_reads_the_text_behind_loudness_and_pitch() {
    let asked = request(Kind::Say, SAY, Tongue::Mandarin, "你[[[rate 1]]好", UPSET);
    assert_eq!(asked.args, words("-v Ting-Ting -r 210 -f -"));
    assert_eq!(asked.stdin.as_deref(), Some("[[volm 1.00]][[pbas +2]] 你[ [ [rate 1]]好"));
    let asked = request(Kind::Say, SAY, Tongue::English, "No.", ORDINARY);
    assert_eq!(asked.stdin.as_deref(), Some("[[volm 0.80]] No."));
    let bent = request(Kind::Say, SAY, Tongue::Mandarin, "好", LOW);
    assert_eq!(bent.stdin.as_deref(), Some("[[volm 0.60]][[pbas -6]] 好"), "a woman's voice for a man");
}

#[test]
fn sapi_reads_everything_in_ascii_and_always_runs_the_same() {
    let asked = request(Kind::Sapi, SAPI, Tongue::Mandarin, "水\"<&'$(rm)", UPSET);
    let other = request(Kind::Sapi, SAPI, Tongue::English, "No", ORDINARY);
    assert_eq!(asked.args, other.args);
    assert_eq!(asked.args[..3], words("-NoProfile -NonInteractive -Command"));
    assert!(!asked.args[3].contains('"'), "no quotes that a command line would have to escape");
    assert_eq!(
        asked.stdin.as_deref(),
        Some(
            "2\n100\n<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"zh&#x2D;CN\">\
             <voice name=\"Microsoft Huihui Desktop\"><prosody pitch=\"+10%\">\
             &#x6C34;&#x22;&#x3C;&#x26;&#x27;&#x24;&#x28;rm&#x29;</prosody></voice></speak>\n"
        )
    );
    assert!(other.stdin.is_some_and(|text| text.starts_with("0\n80\n<speak") && !text.contains("prosody")));
}

#[test]
fn a_line_is_words_only() {
    let text = |text: &str| Line::new(Tongue::Mandarin, text, ORDINARY).map(|line| line.text);
    assert_eq!(text("\u{1b}[31m你\0好\n再见\r\n").as_deref(), Some("[31m你 好 再见"));
    for nothing in ["", " \n", "……", "\u{7}!?"] {
        assert_eq!(text(nothing), None, "{nothing:?}");
    }
    assert_eq!(text(&"啊".repeat(5_000)).map(|text| text.chars().count()), Some(600));
}

#[test]
fn a_manner_beyond_the_bounds_is_brought_within() {
    let wild = Manner { speed_percent: u16::MAX, pitch_percent: i8::MIN, volume_percent: 255, is_woman: None };
    let asked = request(Kind::SpeechDispatcher, SPD, Tongue::English, "No.", wild);
    assert_eq!(asked.args, words("-w -N three-rings -l en-GB -r 60 -p -100 -i 100 -- No."));
    let asked = request(Kind::Espeak, ESPEAK, Tongue::English, "No.", wild);
    assert_eq!(asked.args, words("-v en-gb -s 350 -p 0 -a 100 -b 1 --stdin"));
}
