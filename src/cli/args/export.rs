//! What can be said to `three-rings export`, `three-rings certificate` and `three-rings demo-data`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::proof::trainee::HALF_A_YEAR;

/// The most days of made-up practice: ten years.
const MOST_DAYS: i64 = 3_650;

/// `three-rings export`
#[derive(clap::Args, Debug)]
pub struct Export {
    /// 导出成什么
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// 导出哪位学员;可以写几次
    #[arg(long, value_name = "NAME", conflicts_with = "all")]
    pub profile: Vec<String>,
    /// 学员的 PIN;可以写几次,每个都拿去试设了 PIN 的学员
    #[arg(long, value_name = "PIN")]
    pub pin: Vec<String>,
    /// 所有学员;设了 PIN 而没有给对 PIN 的不导出,会说是谁
    #[arg(long)]
    pub all: bool,
    /// 只要第几次演练:记录链里的序号,从 1 数起
    #[arg(long, value_name = "N", conflicts_with_all = ["from", "to"])]
    pub attempt: Option<u32>,
    /// 从哪一天起,含当天
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<String>,
    /// 到哪一天止,含当天
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub to: Option<String>,
    /// xapi 里写上学员的名字和自己打的话;不写就只有编号。别的格式本来就有名字
    #[arg(long)]
    pub names: bool,
    /// 存到哪里;文字格式不写就打在屏幕上,xlsx 和 pdf 一定要写
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What practice is exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// 表格:一次演练一行
    Csv,
    /// 表格:一句回答一行
    Choices,
    /// Excel 工作簿:汇总、演练、评分点、逐句,各一张表
    Xlsx,
    /// xAPI 1.0.3 语句,给学习记录库
    Xapi,
    /// 报告,一个网页文件;写了 --attempt 是一次演练的,不写是一位学员的
    Html,
    /// 同样的报告,PDF,A4
    Pdf,
}

impl ExportFormat {
    /// As it is written on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Choices => "choices",
            Self::Xlsx => "xlsx",
            Self::Xapi => "xapi",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }

    /// Whether it is no text.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Pdf)
    }
}

/// `three-rings certificate`
#[derive(clap::Args, Debug)]
pub struct Certificate {
    /// 哪位学员
    #[arg(long, value_name = "NAME")]
    pub profile: String,
    /// 学员的 PIN,如果设了
    #[arg(long)]
    pub pin: Option<String>,
    /// 第几次演练:记录链里的序号,从 1 数起,或演练的编号;不写就是最近一次及格的考试
    #[arg(long, value_name = "ID", conflicts_with = "exam")]
    pub attempt: Option<String>,
    /// 哪一门考试的 id:最近一次及格的
    #[arg(long, value_name = "ID")]
    pub exam: Option<String>,
    /// 存到哪里
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
}

/// `three-rings demo-data`
#[derive(clap::Args, Debug)]
pub struct Demo {
    /// 种子:同一种子,练的一样
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// 从多少天前练起
    #[arg(long, default_value_t = HALF_A_YEAR, value_parser = clap::value_parser!(u32).range(1..=MOST_DAYS))]
    pub days: u32,
    /// 叫什么;名字里会写明是示例
    #[arg(long)]
    pub name: Option<String>,
}
