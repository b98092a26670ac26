//! What can be said on the command line.

mod bank;
mod export;
mod quiz;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::content::language::Language;

pub use bank::{Bank, BankDoing, BankExport, BankFormat, BankImport};
pub use export::{Certificate, Demo, Export, ExportFormat};
pub use quiz::Quiz;

/// 三声之内:物业客服电话演练。不带命令就打开窗口。
#[derive(Parser, Debug)]
#[command(name = "three-rings", version, about, max_term_width = 100)]
pub struct Args {
    /// What to do; without one, the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// 讲师自己的剧本文件夹,和自带的放在一起
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    /// 记录放在哪个文件夹；不写就放在系统的应用数据文件夹
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// 语言,默认 zh-Hans
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    /// 按哪座城市的规定(cities.ron 里的 id)
    #[arg(long, global = true, default_value = "default", value_name = "ID")]
    pub city: String,
}

impl Args {
    /// The language asked for.
    pub fn lang(&self) -> Language {
        self.wanted_lang().unwrap_or_default()
    }

    /// The language asked for, if one was.
    pub fn wanted_lang(&self) -> Option<Language> {
        self.lang.map(Language::from)
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::ZhHans => Self::ZhHans,
            Lang::ZhHant => Self::ZhHant,
            Lang::En => Self::En,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    #[value(name = "zh-Hans")]
    ZhHans,
    #[value(name = "zh-Hant")]
    ZhHant,
    #[value(name = "en")]
    En,
}

/// A command.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// 列出可以演练的剧本
    List(List),
    /// 在终端里演练一通电话
    Play(Play),
    /// 值一班前台:在窗口里,或让机器人、一份输入记录来值
    Drill(Drill),
    /// 自测、复习、考试:在终端里答题
    Quiz(Quiz),
    /// 检查剧本文件,一次列出所有问题
    Check(Check),
    /// 学员的档案:列出、新建、导出、导入、改 PIN、匿名、删除
    Profile(Profile),
    /// 记录文件的情况;坏了的时候,用备份恢复
    Records(Records),
    /// 查一份记录有没有被改过、删过、调过次序;查一张证书或一个验证码是不是真的
    Verify(Verify),
    /// 导出练习:表格、xAPI,或可以打印的报告
    Export(Export),
    /// 译文：把一份剧本、一班前台、一份题库或公用的文字列成待填的译文文件，已经译了的照填
    Translate(Translate),
    /// 题库：看看有什么题，导出和导入 Moodle GIFT、Excel
    Bank(Bank),
    /// 把一次及格的考试开成证书,PDF,A4 横放
    Certificate(Certificate),
    /// 生成一位示例学员的记录,拿来看报告、做演示;只写进 --data 指的文件夹
    DemoData(Demo),
    /// 把每个画面存成图片
    #[cfg(feature = "app")]
    Screens(Screens),
}

/// `three-rings translate`
#[derive(clap::Args, Debug)]
pub struct Translate {
    /// 剧本、前台、题库、考试的 id，或 rubric rules laws cities temperaments callers manners scorecard
    pub id: String,
    /// 译成什么：en 或 zh-Hant（繁体自动转换，只写和转换结果不一样的）
    #[arg(long, value_name = "LANG", value_enum, default_value = "en")]
    into: Lang,
}

impl Translate {
    /// The language to translate into.
    pub fn language(&self) -> Language {
        self.into.into()
    }
}

/// `three-rings list`
#[derive(clap::Args, Debug)]
pub struct List {
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// `three-rings play`
#[derive(clap::Args, Debug)]
pub struct Play {
    /// 剧本的 id
    pub scenario: String,
    /// 种子:同一种子,选项次序和台词一样;不写就随机(有 --answers 时为 1)
    #[arg(long)]
    pub seed: Option<u64>,
    /// 考试:讲评在通话之后
    #[arg(long)]
    pub exam: bool,
    /// 一串回答,如 2,1,3;照屏幕上的次序,从 1 数起;- 表示不出声
    #[arg(long, value_name = "N,N,…", allow_hyphen_values = true)]
    pub answers: Option<String>,
    /// 打完输出一个 JSON 对象
    #[arg(long)]
    pub json: bool,
    /// 记在哪位学员名下;不写就不留记录
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// 这位学员的 PIN,如果设了
    #[arg(long, requires = "profile")]
    pub pin: Option<String>,
    /// 接着打上次断在半路的这一通
    #[arg(long, requires = "profile", conflicts_with_all = ["seed", "exam"])]
    pub resume: bool,
}

/// The shift that is meant where none is named.
pub const STANDING_DRILL: &str = "front-desk";

/// `three-rings drill`
#[derive(clap::Args, Debug)]
pub struct Drill {
    /// 值班文件(.ron),或自带值班的 id
    #[arg(default_value = STANDING_DRILL, value_name = "FILE")]
    pub drill: String,
    /// 种子:同一种子,谁来电、何时来、选项次序都一样
    #[arg(long)]
    pub seed: Option<u64>,
    /// 致歉的规矩:第五声起,或行业里更严的第四声起;不写就照文件
    #[arg(long, value_enum, conflicts_with = "replay")]
    pub rule: Option<Rule>,
    /// 让机器人值班,不开窗口
    #[arg(long, value_enum, conflicts_with = "replay")]
    pub bot: Option<BotName>,
    /// 照一份输入记录重演,不开窗口
    #[arg(long, value_name = "INPUTS.ron")]
    pub replay: Option<PathBuf>,
    /// 把这一班的输入存成记录
    #[arg(long, value_name = "INPUTS.ron")]
    pub record: Option<PathBuf>,
    /// 输出一个 JSON 对象
    #[arg(long)]
    pub json: bool,
}

/// A rule about apologising.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Rule {
    /// From the fifth ring.
    Standing,
    /// From the fourth.
    Trade,
}

/// Who works a shift without a window.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum BotName {
    /// At once, by the book.
    Perfect,
    /// After six rings, never with an apology.
    Slow,
    /// Anything at any time.
    Random,
}

/// `three-rings check`
#[derive(clap::Args, Debug)]
pub struct Check {
    /// 文件,或装着 .ron 文件的文件夹
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 再算公平性:总选第一个、总选最长的、乱选,各得几分
    #[arg(long)]
    pub fair: bool,
}

/// `three-rings profile`
#[derive(clap::Args, Debug)]
pub struct Profile {
    /// 做什么
    #[command(subcommand)]
    pub what: ProfileDoing,
}

/// What can be done with a trainee.
#[derive(Subcommand, Debug)]
pub enum ProfileDoing {
    /// 列出所有学员
    List,
    /// 新建一位学员
    New {
        /// 名字
        name: String,
        /// 4 到 12 位数字的 PIN
        #[arg(long)]
        pin: Option<String>,
    },
    /// 把一位学员的全部记录导出成一个文件
    Export {
        #[command(flatten)]
        who: Who,
        /// 存到哪里
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// 导入别的电脑上导出的一位学员
    Import {
        /// profile export 存下的文件
        file: PathBuf,
    },
    /// 设、改或去掉 PIN
    Pin {
        #[command(flatten)]
        who: Who,
        /// 新的 PIN;不写就去掉
        #[arg(long)]
        new: Option<String>,
    },
    /// 忘了 PIN:由管这台电脑的人去掉
    ForgetPin {
        /// 名字
        name: String,
        /// 确定
        #[arg(long)]
        yes: bool,
    },
    /// 改成匿名:去掉名字、PIN 和打过的字,成绩留下
    Anonymise {
        #[command(flatten)]
        who: Who,
        /// 确定
        #[arg(long)]
        yes: bool,
    },
    /// 永远删掉一位学员和全部记录,备份里的也删
    Delete {
        #[command(flatten)]
        who: Who,
        /// 确定
        #[arg(long)]
        yes: bool,
    },
}

/// Which trainee is meant.
#[derive(clap::Args, Debug)]
pub struct Who {
    /// 名字
    pub name: String,
    /// PIN,如果设了
    #[arg(long)]
    pub pin: Option<String>,
}

/// `three-rings records`
#[derive(clap::Args, Debug)]
pub struct Records {
    /// 做什么;不写就看看情况
    #[command(subcommand)]
    pub what: Option<RecordsDoing>,
}

/// What can be done with the records file.
#[derive(Subcommand, Debug)]
pub enum RecordsDoing {
    /// 记录丢了或坏了:用备份接着用
    Restore {
        /// 哪一份备份;不写就用最近的一份好的
        backup: Option<PathBuf>,
    },
    /// 记录丢了或坏了:从空的开始;坏了的那份和备份都留着
    StartAnew,
}

/// `three-rings verify`
#[derive(clap::Args, Debug)]
pub struct Verify {
    /// 记录文件(records.db),或 profile export 存下的文件;也可以是证书的 PDF,或证书上的验证码
    pub file: PathBuf,
    /// 打印过的报告上的链尾:看它在不在这份记录里
    #[arg(long, value_name = "HASH")]
    pub head: Option<String>,
    /// 查证书时,到这份记录里找:records.db,或 profile export 存下的文件;不写就找这台电脑上的记录
    #[arg(long, value_name = "FILE")]
    pub records: Option<PathBuf>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// `three-rings screens`
#[cfg(feature = "app")]
#[derive(clap::Args, Debug)]
pub struct Screens {
    /// 存到哪个文件夹
    pub dir: PathBuf,
    /// 字号,百分比 80-200
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u16).range(80..=200))]
    pub text_size: u16,
    /// 深色主题
    #[arg(long)]
    pub dark: bool,
    /// 改为把每份剧本打到每个结局,存下挂断时和复盘的画面
    #[arg(long)]
    pub endings: bool,
    /// 每个画面存六张：三种语言，浅色和深色；各放一个子文件夹
    #[arg(long, conflicts_with = "endings")]
    pub all: bool,
    /// 不存图片，只量每个画面画一帧要多久
    #[arg(long)]
    pub measure: bool,
    /// 窗口大小
    #[arg(long, default_value = "1280x800", value_name = "WxH")]
    pub size: String,
}
