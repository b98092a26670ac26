//! What can be said to `three-rings bank`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

/// `three-rings bank`
#[derive(clap::Args, Debug)]
pub struct Bank {
    /// 做什么
    #[command(subcommand)]
    pub what: BankDoing,
}

/// What can be done with the questions.
#[derive(Subcommand, Debug)]
pub enum BankDoing {
    /// 有哪些题库，各专题、题型、条目有几道题
    List {
        /// 输出 JSON
        #[arg(long)]
        json: bool,
    },
    /// 导出题：给 Moodle 的 GIFT、给 Excel 的 xlsx，或题库文件 ron
    Export(BankExport),
    /// 把 GIFT（.gift、.txt）或 Excel（.xlsx）里的题导入成题库文件
    Import(BankImport),
}

/// `three-rings bank export`
#[derive(clap::Args, Debug)]
pub struct BankExport {
    /// 只要哪个题库，写 id；可以写几次；不写就是全部
    #[arg(long, value_name = "ID")]
    pub quiz: Vec<String>,
    /// 只要哪个专题：Law Moves Calls Methods Desk Lines，或它们的中文名
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// 导出成什么
    #[arg(long, value_enum)]
    pub format: BankFormat,
    /// 存到哪里
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// 那里已经有文件也照写
    #[arg(long)]
    pub force: bool,
}

/// What questions are exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BankFormat {
    /// Moodle 的文本格式
    Gift,
    /// Excel 工作簿，一题一行，附填写说明
    Xlsx,
    /// 本程序的题库文件
    Ron,
}

impl BankFormat {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gift => "GIFT",
            Self::Xlsx => "XLSX",
            Self::Ron => "RON",
        }
    }
}

/// The teachable items.
const ITEMS: std::ops::RangeInclusive<i64> = 1..=47;

/// `three-rings bank import`
#[derive(clap::Args, Debug)]
pub struct BankImport {
    /// 要导入的文件：.gift 或 .txt 是 GIFT，.xlsx 是 Excel
    pub file: PathBuf,
    /// 题库文件存到哪里，以 .ron 结尾
    #[arg(long, value_name = "FILE.ron")]
    pub out: PathBuf,
    /// 题库的 id；不写就用文件名
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// 题库的标题；不写就用文件名
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// 没说专题的题算哪个专题；不写就是 Law
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// 没说考哪几条的题考哪几条，如 5,6
    #[arg(long, value_name = "N,N", value_delimiter = ',', value_parser = clap::value_parser!(u32).range(ITEMS))]
    pub items: Vec<u32>,
    /// 那里已经有文件也照写
    #[arg(long)]
    pub force: bool,
}
