//! What can be said of questions on the command line.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::record::schedule::plan::{NEW_A_DAY, Plan};

/// `three-rings quiz`
#[derive(clap::Args, Debug)]
pub struct Quiz {
    /// 只考一个专题:law、moves、calls、methods、desk、lines
    #[arg(long, value_name = "T", conflicts_with_all = ["exam", "review"])]
    pub topic: Option<String>,
    /// 按蓝图考试:first-week、certificate,或自己写的
    #[arg(long, value_name = "BLUEPRINT", conflicts_with = "review")]
    pub exam: Option<String>,
    /// 今天该复习的;要有 --profile
    #[arg(long, requires = "profile")]
    pub review: bool,
    /// 最多几题(考试按蓝图)
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub count: usize,
    /// 种子:同一种子、同一题库,题和选项次序都一样
    #[arg(long)]
    pub seed: Option<u64>,
    /// 从文件里读回答,一行一题,照屏幕上的次序写;# 开头的行不算
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// 答完输出一个 JSON 对象
    #[arg(long)]
    pub json: bool,
    /// 记在哪位学员名下;不写就不留记录
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// 这位学员的 PIN,如果设了
    #[arg(long, requires = "profile")]
    pub pin: Option<String>,
    /// 接着考上次断在半路的这一场;时间照走
    #[arg(long, requires_all = ["profile", "exam"], conflicts_with = "seed")]
    pub resume: bool,
    /// 哪天考证,如 2026-12-31;复习按这一天来排
    #[arg(long, value_name = "DATE")]
    pub certify_on: Option<Date>,
    /// 每天至少几道新题
    #[arg(long, default_value_t = NEW_A_DAY, value_name = "N")]
    pub new_a_day: u32,
}

impl Quiz {
    /// What the schedule works toward.
    pub fn plan(&self) -> Plan {
        Plan { certify_on: self.certify_on, new_a_day: self.new_a_day, ..Plan::default() }
    }
}
