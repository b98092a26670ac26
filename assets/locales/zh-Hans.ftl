# 三声之内：界面文字（简体）。改字不用改程序；每个键在三种语言里都要有。
app-title = 三声之内
app-subtitle = 物业客服电话演练

# 三段
stage-prepare = 拨号前
stage-talk = 通话
stage-log = 记录
stage-over = 复盘

# 拨号前的五个问题
ask-work_orders = 先看工单：拨号前，哪件事要先做？
ask-time_slot = 什么时候打？
ask-materials = 打这通电话，手边要备好哪几样？
ask-entry_point = 从什么话题切入？
ask-thought = 拨号前，心里怎么想？
ask-slot-When = 记录 · 何时：业主说到的时间
ask-slot-Who = 记录 · 何人：牵涉到谁
ask-slot-Where = 记录 · 何地
ask-slot-What = 记录 · 何事
ask-slot-Why = 记录 · 为何
ask-slot-How = 记录 · 如何：说定了怎么办
ask-follow_up = 下一次什么时候联系？
enough = 就这些
enough-for-slot = 这一栏就记这些
prepare-work_orders = 查工单
prepare-time_slot = 选时段
prepare-materials = 备材料
prepare-entry_point = 选切入点
prepare-thought = 稳心态
slot-When = 何时
slot-Who = 何人
slot-Where = 何地
slot-What = 何事
slot-Why = 为何
slot-How = 如何
follow-up = 下次联系

# 户档
case-file = 户档
case-room = 房号
case-owner = 业主
case-arrears = 欠费
case-arrears-value = { $amount }，{ $months }个月（{ $period }）
case-pay-by = 截止日
case-today = 今天
case-per-month = 月费
case-area = 面积
case-handed-over = 交付
case-orders = 工单
case-promises = 以往的答应
case-notes = 备注
case-none = 无
order-Open = 未处理
order-InProgress = 处理中
order-Done = 已完成
kind-ServiceDefect = 物业责任
kind-DeveloperDefect = 开发商保修
kind-Private = 户内自理
kind-Request = 业主诉求

# 情绪
trust = 信任
patience = 耐心
me = 我
owner-silence = 喂？……还在吗？
talked-over = 您抢话了：对方还没说完
cut-short = （话被打断）
stayed-silent = （没有说话）
hung-up = （电话挂断了）

# 结果
outcome = 结果
outcome-Paid = 已交费
outcome-Appointment = 约定时间
outcome-Promise = 口头答应
outcome-CallBack = 另约再打
outcome-MessageLeft = 留话转达
outcome-Refusal = 拒绝
outcome-HungUp = 挂断
outcome-Complaint = 投诉

# 三项判定
process = 过程
compliance = 合规
compliance-clean = 合规
compliance-yellow = 黄线
compliance-red = 红线
verdict-Passed = 通过
verdict-PassedWithoutResult = 过程合格，这通没要到结果
verdict-EffectiveButNotCompliant = 有效但不合规
verdict-FailedOnRedLine = 不通过：踩了红线
verdict-FailedOnProcess = 不通过：过程分不够
verdict-note-defect = 服务缺陷没跟进就催费，过程分封顶 { $cap } 分
verdict-note-yellow = 黄线 { $count } 处，扣 { $points } 分
verdict-note-red = 踩了红线，过程分封顶 { $cap } 分，本通不通过
verdict-note-failed = 过程分不到及格线，本通不通过
verdict-note-pass-mark = 及格线 { $mark } 分
points = { $points } 分

# 每一句的判定
turn-Best = 推荐
turn-Fair = 可以
turn-Poor = 欠妥
turn-Silent = 沉默
turn-Red = 红线
turn-Yellow = 黄线
why = 为什么
why-silent = 电话里一安静，对方就当您走开了。想不好怎么说，先应一声，把他的话复述一遍。
better = 更好的说法
criteria-met = 做到
criteria-missed = 砸了
note-recall = 记全 { $kept }/{ $told }
note-precision = 记了 { $noted } 条，其中 { $invented } 条没人说过
note-nothing = 记录是空的
note-true = 业主这通电话里说过，该记。
note-false = 这通电话里没人说过：记上就是编的。
law-says = 依据
law-instead = 可以这样说
law-norm = 说明
law-varies = 城市差异
rule-red = 红线
rule-yellow = 黄线

# 难度
difficulty = 难度
difficulty-Easy = 入门
difficulty-Normal = 一般
difficulty-Hard = 较难

# 终端
cli-list-head = 可以演练的剧本：
cli-your-answer = 选几？
cli-not-a-choice = 没有第“{ $answer }”个选项：请写 1 到 { $most } 的数字{ $silence ->
    [yes] ，或写 - 表示不出声
   *[no] {""}
    }。
cli-answers-ran-out = 答案用完了：答到第 { $count } 题，通话还没结束（停在“{ $question }”）。
cli-bad-answer = 第 { $place } 个答案“{ $answer }”不行：“{ $question }”只有 1 到 { $most }。
cli-answers-left = 注意：通话已经结束，还剩 { $count } 个答案没用上。
cli-no-scenario = 没有剧本“{ $id }”。
cli-did-you-mean = 是不是想要“{ $near }”？
cli-try-list = 用 three-rings list 看看有哪些。
cli-not-playable = 剧本“{ $id }”有错，不能演练：
cli-folder-problems = 剧本文件夹里有问题的文件没有用上：
cli-seed = 种子 { $seed }：同一种子，同样的回答，结果一样。
cli-exam = 考试：讲评在通话之后。
cli-end-of-input = 输入结束了，通话没有打完。
cli-checked = { $files } 个文件，{ $errors } 个错误，{ $warnings } 个警告
cli-no-city = 没有城市“{ $id }”。
cli-no-screen = 打不开窗口：{ $reason }。可以在终端里演练：three-rings play { $example }
cli-reason-no-screen = 没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设）
cli-reason-no-driver = 没有可用的显卡驱动（Vulkan 或 OpenGL）
cli-reason-no-display = 连不上屏幕（DISPLAY 或 WAYLAND_DISPLAY 指的屏幕没有开）
cli-reason-internal = 程序内部出错（{ $said }）
cli-no-window = 这一版没有窗口（编译时没带 app）。可以在终端里演练：three-rings play { $example }
cli-fair-head = 公平性（过程分）
cli-fair-recommended = 照推荐答
cli-fair-first-shown = 总选屏幕上第一个
cli-fair-first-written = 总选文件里第一个
cli-fair-longest = 总选最长的
cli-fair-random = 乱选（平均）

# 窗口
home-choose = 今天练哪一通？
home-start = 开始演练
home-items = 练 { $count } 个要点
home-problems = 有 { $count } 个剧本文件读不了
home-empty = 这里还没有剧本。把 .ron 剧本放进文件夹，再打开程序。
mode-practice = 练习：答完就讲评
mode-exam = 考试：打完再讲评
seed-label = 种子
button-home = 回首页
button-retry-turn = 从这里再来
button-again = 整通重打
ready-to-dial = 准备好了：打给{ $who }
button-dial = 拨号
button-write-note = 挂好电话，写记录
button-debrief = 看复盘
button-skip = 听完了
button-settings = 设置
notepad = 便笺
notepad-hint = 边听边记：时间、人、事、说定了什么……
talk-listening = 对方在说……
talk-your-turn = 请回话
talk-think-left = 还有 { $secs } 秒
talk-keys = 鼠标点，或按数字键
pick-hint = 需要的都勾上，不需要的别勾
settings-language = 语言
settings-text-size = 字号
settings-theme = 主题
settings-theme-dark = 深色
settings-theme-light = 浅色
settings-city = 城市
settings-think = 思考时间
settings-think-normal = 正常
settings-think-double = 加倍
settings-think-off = 不限时
debrief-dimensions = 各维度
debrief-dimensions-key = 得分 · 做到/考到 ×权重
debrief-transcript = 逐句复盘
debrief-one-thing = 最该改的一处
debrief-nothing-to-mend = 这一通挑不出毛病。换个种子，或换个业主再练。
debrief-note = 您的记录
