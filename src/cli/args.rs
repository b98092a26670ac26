//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::content::language::Language;

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
    /// 语言
    #[arg(long, global = true, value_enum, default_value_t = Lang::ZhHans)]
    lang: Lang,
    /// 按哪座城市的规定(cities.ron 里的 id)
    #[arg(long, global = true, default_value = "default", value_name = "ID")]
    pub city: String,
}

impl Args {
    /// The language asked for.
    pub fn lang(&self) -> Language {
        match self.lang {
            Lang::ZhHans => Language::ZhHans,
            Lang::ZhHant => Language::ZhHant,
            Lang::En => Language::En,
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
    /// 检查剧本文件,一次列出所有问题
    Check(Check),
    /// 把每个画面存成图片
    #[cfg(feature = "app")]
    Screens(Screens),
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
    /// 窗口大小
    #[arg(long, default_value = "1280x800", value_name = "WxH")]
    pub size: String,
}
