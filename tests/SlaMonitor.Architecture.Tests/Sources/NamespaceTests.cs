using System.Text.RegularExpressions;

namespace SlaMonitor.Architecture.Tests.Sources;

/// <summary>Whoever knows a type's name knows its file.</summary>
public sealed partial class NamespaceTests
{
    /// <summary>Declared under the worker's own names, so that the functions compile against either host.</summary>
    private static readonly string[] WorkersOwn = ["src/SlaMonitor.Local/Functions/", "src/SlaMonitor.Functions/Hosts/Azure/Declared/"];

    /// <summary>Two folders of one name: a build has the one or the other.</summary>
    private const string EitherHost = "src/SlaMonitor.Functions/Hosts/";

    [Fact]
    public void Namespace_IsTheFolder()
    {
        foreach (var file in Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")))
        {
            if (Declaration().Match(Repository.Read(file)) is not { Success: true } declared) continue;

            var folder = string.Join('.', file.Split('/')[1..^1]);
            var expected = file.StartsWith(EitherHost, StringComparison.Ordinal) ? folder[..folder.LastIndexOf('.')] : folder;
            var name = declared.Groups["name"].Value;
            if (Array.Exists(WorkersOwn, theirs => file.StartsWith(theirs, StringComparison.Ordinal)))
                Assert.Matches(@"^(Microsoft\.Azure\.Functions\.Worker|Azure\.Messaging\.ServiceBus)\b", name);
            else
                Assert.True(expected == name, $"{file} declares {name}.");
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
