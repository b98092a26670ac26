//! Reads the arguments and calls in.

fn main() -> std::process::ExitCode {
    three_rings::cli::main()
}
