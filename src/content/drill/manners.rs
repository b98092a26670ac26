//! What is said at every call, and life at the desk.

use crate::content::read::{record, words};
use crate::content::scenario::Text;

record! {
    /// What is said at every call, and life at the desk.
    Manners, "规矩话", {
        /// Words by which a sentence is recognised to have a part.
        parts: Vec<PartWords> = need,
        /// First sentences.
        openings: Vec<StandingLine> = need,
        /// Asking leave when a second phone rings.
        leave: Vec<StandingLine> = need,
        /// Taking a number because somebody else is waiting.
        take_number: Vec<StandingLine> = need,
        /// Coming back to the one who waited.
        back: Vec<StandingLine> = need,
        /// Last sentences.
        goodbyes: Vec<StandingLine> = need,
        /// What callers say when it suits no one call.
        callers_say: CallersSay = need,
        /// Life at the desk.
        life: Vec<Life> = need,
    }
}

words! {
    /// A part that a sentence can have.
    Part, "话里的一样", {
        /// 您好.
        Greeting,
        /// The centre.
        Unit,
        /// One's own name.
        Name,
        /// 让您久等了.
        Apology,
        /// 请稍等.
        Hold,
        /// 好吗: asked, not told.
        Ask,
        /// 留个号码.
        Number,
        /// 给您回电.
        RingBack,
        /// 谢谢.
        Thanks,
        /// 再见.
        Goodbye,
    }
}

record! {
    /// The words by which a part is recognised.
    PartWords, "说法", {
        /// The part.
        part: Part = need,
        /// Any of these.
        words: Vec<Text> = maybe,
        /// What trainees see when it is missing.
        name: Text = need,
    }
}

record! {
    /// A sentence that is offered at every call.
    StandingLine, "规矩话", {
        /// The trainee's words.
        say: Text = need,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
    }
}

record! {
    /// What callers say when it suits no one call.
    CallersSay, "来电人的常用话", {
        /// Into silence.
        nudge: Vec<Text> = need,
        /// When talked over.
        interrupted: Vec<Text> = need,
        /// When asked to wait.
        will_wait: Text = need,
        /// When one comes back to them.
        waited: Text = need,
        /// When asked for their number; `{number}` is on the display.
        leaves_number: Text = need,
        /// As the end, where the call has none of its own.
        closing: Text = need,
        /// As the very last word.
        goodbye: Text = need,
        /// Picking up when called back.
        picks_up: Text = need,
    }
}

record! {
    /// Something of the desk's life.
    Life, "桌边事", {
        /// Its name.
        id: Text = need,
        /// What happens.
        appears: Text = need,
        /// What one does about it.
        put: Text = need,
        /// Whether it must be done before the receiver is lifted.
        must: bool = maybe,
        /// Words to copy into a form, where it is one.
        copy: Option<Text> = maybe,
        /// What there is to learn from it.
        why: Option<Text> = maybe,
    }
}
