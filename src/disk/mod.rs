//! The only place that names files and the database: reading what authors wrote, finding their folder, writing down what
//! was done.

pub mod records;

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::content::quiz::Stack;
use crate::content::quiz::sketch::Sketch;
use crate::content::shelf::{Content, Shelf, read};
use crate::content::shipped;
use crate::diagnostic::{Diagnostic, Source};

/// The largest file that is read, in bytes. The largest scenario that ships has about a fortieth of it.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;
/// The trainer's folder within the platform's documents folder.
const TRAINER_FOLDER: &str = "ThreeRings";
/// How deep below a folder files are looked for.
const DEEPEST_FOLDER: usize = 16;

/// A file that could not be read as text.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// The file, without text.
    pub source: Source,
    /// Why not.
    pub problem: Diagnostic,
}

impl Unreadable {
    fn new(name: &str, problem: Diagnostic) -> Box<Self> {
        Box::new(Self { source: Source { name: name.to_owned(), text: String::new() }, problem })
    }
}

/// Reads one file as text.
///
/// # Errors
/// When it is a folder, too large, not UTF-8, empty, or cannot be opened.
pub fn read_text(path: &Path) -> Result<Source, Box<Unreadable>> {
    let name = path.display().to_string();
    let unreadable = |problem| Unreadable::new(&name, problem);
    let text = String::from_utf8(read_bytes(path)?).map_err(|error| unreadable(not_utf8(&error)))?;
    // Windows editors put a byte-order mark before the first line; it is no part of the text.
    let text = text.trim_start_matches('\u{feff}').to_owned();
    if text.trim().is_empty() {
        let help = "第一行写 `Scenario(`，照着 scenarios/README.md 的例子往下写";
        return Err(unreadable(Diagnostic::about_file("empty-file", "这是个空文件").help(help)));
    }
    Ok(Source { name, text })
}

/// Reads one file as it is.
///
/// # Errors
/// When it is a folder, too large, or cannot be opened.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Box<Unreadable>> {
    let unreadable = |problem| Unreadable::new(&path.display().to_string(), problem);
    let metadata = fs::metadata(path)
        .map_err(|error| unreadable(if path.is_symlink() { broken_link(&error) } else { cannot_open(&error) }))?;
    if metadata.is_dir() {
        return Err(unreadable(a_folder()));
    }
    if metadata.len() > LARGEST_FILE {
        let message = format!("文件有 {} KiB，超过 4 MiB（4096 KiB），不读", metadata.len().div_ceil(1024));
        return Err(unreadable(
            Diagnostic::about_file("too-large", message).help("一份剧本通常几十 KB；看看是不是选错了文件"),
        ));
    }
    fs::read(path).map_err(|error| unreadable(cannot_open(&error)))
}

/// The bytes of a file that is small enough to be a certificate; none of a larger one.
///
/// # Errors
/// When it is a folder, or cannot be opened.
pub fn read_small(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    if fs::metadata(path)?.len() > LARGEST_FILE {
        return Ok(None);
    }
    fs::read(path).map(Some)
}

/// Writes a text to a file, whole or not at all: beside it first, then in its place.
///
/// # Errors
/// When the folder is not there or cannot be written to, or the disk is full.
pub fn write_text(path: &Path, text: &str) -> std::io::Result<()> {
    write_bytes(path, text.as_bytes())
}

/// A text as a file's name on every platform: what no name may have becomes a dash.
pub fn file_name(text: &str) -> String {
    let is_bad = |c: char| c.is_control() || "/\\:*?\"<>|.".contains(c);
    text.chars().map(|c| if is_bad(c) { '-' } else { c }).collect()
}

/// Puts a file into a folder, which is made where there is none; where it was put.
///
/// # Errors
/// As [`write_text`].
pub fn write_into(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(name);
    write_bytes(&path, bytes)?;
    Ok(path)
}

/// The same with bytes.
///
/// # Errors
/// As [`write_text`].
pub fn write_bytes(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    write(path, bytes, |beside| fs::File::create(beside))
}

/// The same, for its owner's eyes only.
///
/// # Errors
/// As [`write_text`].
pub fn write_private_text(path: &Path, text: &str) -> std::io::Result<()> {
    write(path, text.as_bytes(), |beside| {
        // What a run that was killed left may have been for everybody's.
        let _ = fs::remove_file(beside);
        make_private_file(beside)
    })
}

fn write(path: &Path, bytes: &[u8], make: impl Fn(&Path) -> std::io::Result<fs::File>) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    // A name that is there before its bytes are would be an empty file after a power cut.
    let put_down = |mut file: fs::File| file.write_all(bytes).and_then(|()| file.sync_all());
    make(&beside).and_then(put_down).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        // What is left of a failed attempt is of no use to anybody.
        let _ = fs::remove_file(&beside);
    })
}

/// Makes a file that only its owner can read, where the system knows owners.
///
/// # Errors
/// When it is there already, or the folder is not or cannot be written to.
pub fn make_private_file(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn a_folder() -> Diagnostic {
    Diagnostic::about_file("a-folder", "这是文件夹，里面没有 .ron 文件")
        .help("给出一个 .ron 文件，或装着 .ron 文件的文件夹")
}

fn cannot_open(error: &std::io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        std::io::ErrorKind::NotFound => ("没有这个文件", "看看路径和文件名有没有写错"),
        std::io::ErrorKind::PermissionDenied => ("没有权限读这个文件", "在文件属性里允许读取，或换个位置"),
        _ => ("打不开这个文件", "看看它是不是被别的程序占着"),
    };
    Diagnostic::about_file("cannot-open", format!("{message}({error})")).help(help)
}

fn broken_link(error: &std::io::Error) -> Diagnostic {
    let message = format!("这个链接打不开：它绕成了圈，或者指向的文件不在了({error})");
    Diagnostic::about_file("link-loop", message).help("删掉这个链接，改放真正的文件")
}

fn not_utf8(error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let line = error.as_bytes()[..valid].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let message = format!("不是 UTF-8 编码：第 {line} 行有认不出的字节");
    Diagnostic::about_file("not-utf8", message).help("用编辑器「另存为」，编码选 UTF-8")
}

/// Every `.ron` file at a path: the file itself, or those in a folder and the folders in it.
pub fn ron_files(path: &Path) -> Vec<Result<PathBuf, Box<Unreadable>>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let walk = WalkDir::new(path).follow_links(true).max_depth(DEEPEST_FOLDER).sort_by_file_name();
    let is_ron = |entry: &walkdir::DirEntry| {
        entry.path().extension().is_some_and(|it| it == "ron") && (entry.file_type().is_file() || entry.depth() > 0)
    };
    let mut found: Vec<Result<PathBuf, Box<Unreadable>>> = walk
        .into_iter()
        .filter_map(|entry| match entry {
            Ok(entry) => is_ron(&entry).then(|| Ok(entry.into_path())),
            Err(error) => Some(Err(cannot_walk(path, &error))),
        })
        .collect();
    if found.is_empty() {
        found.push(Err(Unreadable::new(&path.display().to_string(), a_folder())));
    }
    found
}

fn cannot_walk(root: &Path, error: &walkdir::Error) -> Box<Unreadable> {
    let name = error.path().unwrap_or(root).display().to_string();
    let problem = match error.loop_ancestor() {
        Some(ancestor) => {
            let message = format!("链接绕成了圈：它又指回 {}", ancestor.display());
            Diagnostic::about_file("link-loop", message).help("删掉这个链接")
        }
        None => match error.io_error() {
            Some(error) => cannot_open(error),
            None => Diagnostic::about_file("cannot-open", "打不开"),
        },
    };
    Unreadable::new(&name, problem)
}

/// The folder in which a trainer's own scenarios are looked for unless another is named.
pub fn trainer_folder() -> Option<PathBuf> {
    directories::UserDirs::new()?.document_dir().map(|documents| documents.join(TRAINER_FOLDER))
}

/// A file of a trainer's folder that has problems.
pub type Complaint = (Source, Vec<Diagnostic>);

/// What ships, with a trainer's folder put on top of it, and whatever was wrong with that folder's files.
pub fn shelf(folder: Option<&Path>) -> (Shelf, Vec<Complaint>) {
    let mut shelf = shipped::shelf();
    let standing = trainer_folder().filter(|folder| folder.is_dir());
    let (mut complaints, mut questions) = (Vec::new(), 0);
    let Some(folder) = folder.map(Path::to_owned).or(standing) else { return (shelf, complaints) };
    for file in ron_files(&folder) {
        match file.and_then(|path| read_text(&path)) {
            Ok(source) => put(&mut shelf, source, &mut questions, &mut complaints),
            Err(unreadable) => complaints.push((unreadable.source, vec![unreadable.problem])),
        }
    }
    (shelf, complaints)
}

/// Of questions so many bytes are read whole at the start, so that what is wrong with them is told at once. Of a larger
/// bank the rest is read when it is wanted; `three-rings check` reads all of it.
const READ_WHOLE: usize = 512 * 1024;

fn put(shelf: &mut Shelf, source: Source, questions: &mut usize, complaints: &mut Vec<Complaint>) {
    if *questions > READ_WHOLE
        && let Some(sketch) = Sketch::read(&source.text)
    {
        shelf.stack(Stack::sketched(source, sketch));
        return;
    }
    let (content, problems) = read(&source.text);
    if !problems.is_empty() {
        complaints.push((source.clone(), problems));
        return;
    }
    if let Some(content) = content {
        *questions += if let Content::Quiz(_) = content { source.text.len() } else { 0 };
        shelf.add(source, content);
    }
}
