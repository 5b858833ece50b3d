using System.CommandLine.Parsing;
using System.Text;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Cli.Drafting;

/// <summary>A new agreement file. None is ever written over another, or with a mistake in it.</summary>
/// <param name="Path">Where it goes; <see cref="Output"/> for the output.</param>
/// <param name="Text">What it says.</param>
internal sealed record AgreementDraft(string Path, string Text)
{
    /// <summary>The path that stands for the output.</summary>
    public const string Output = "-";

    /// <summary>Complains of a name that no agreement can have.</summary>
    /// <param name="parsed">The command line, which takes the complaint.</param>
    /// <param name="name">The name; <c>null</c> where none is given.</param>
    public static void CheckName(CommandResult parsed, string? name)
    {
        if (name is not null && !AgreementName.IsName(name))
            parsed.AddError($"'{name}' cannot be the name of an agreement; write {AgreementName.Form}.");
    }

    /// <summary>Whether the file goes to the output, where nothing else may be written then.</summary>
    public bool IsOutput => Path == Output;

    /// <summary>Writes it.</summary>
    /// <returns>Whether it is written; why not is written to the error output.</returns>
    public bool Write(TextWriter output, TextWriter error)
    {
        try
        {
            if (!IsOutput && File.Exists(Path))
            {
                error.WriteLine($"{Path}: error: the file is there already, and stays as it is; name another with --out");
                return false;
            }

            var content = Encoding.UTF8.GetBytes(Text);
            var load = AgreementLoader.Load([new AgreementText(Path, content)]);
            foreach (var problem in load.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)) error.WriteLine(problem);
            if (load.Book is null) return false;

            if (IsOutput)
            {
                output.Write(Text);
                return true;
            }

            if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            using var file = new FileStream(Path, FileMode.CreateNew);
            file.Write(content);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{Path}: error: the agreement cannot be written there: {e.Message}");
            return false;
        }
    }
}
