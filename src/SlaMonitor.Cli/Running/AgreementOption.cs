using System.CommandLine;
using SlaMonitor.Agreements;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--agreement</c>.</summary>
internal static class AgreementOption
{
    public static Option<string[]> Create() => new("--agreement")
    {
        HelpName = "FILE|FOLDER",
        Description = "The agreement files, or folders of them.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Loads what the option names.</summary>
    /// <returns>The agreements; <c>null</c> where there is an error in them, which is written to the error output then.</returns>
    public static AgreementBook? Load(string[] paths, TextWriter error)
    {
        var load = AgreementLoader.LoadAll(paths);
        foreach (var problem in load.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)) error.WriteLine(problem);
        return load.Book;
    }
}
