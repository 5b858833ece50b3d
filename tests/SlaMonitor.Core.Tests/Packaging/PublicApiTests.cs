using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Tests.Packaging;

/// <summary>
/// What the package promises to those who compile against it: <c>public-api.txt</c>. A line that is gone or changed breaks them, and waits
/// for a new major version (docs/packages.md); a new line is written there on purpose, by <c>UPDATE_GOLDEN=1 dotnet test</c>.
/// </summary>
public sealed class PublicApiTests
{
    private const string Name = "public-api.txt";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // What the compiler adds of its own, and nobody sees.
        ExcludeAttributes =
        [
            "System.Runtime.CompilerServices.CompilerGeneratedAttribute", "System.Diagnostics.DebuggerDisplayAttribute",
            "System.Runtime.CompilerServices.IsReadOnlyAttribute", "System.Runtime.CompilerServices.RequiredMemberAttribute",
        ],
    };

    [Fact]
    public void PublicApi_IsWhatWasPromised()
    {
        var api = typeof(BusinessCalendar).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Folder(), Name), api);
            return;
        }

        var promised = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Packaging", Name)).ReplaceLineEndings("\n");
        var (then, now) = (Members(promised), Members(api));
        Assert.True(then.Count > 1_000, "The file is not the public API.");
        Assert.True(!then.Except(now).Any(), $"This breaks whoever uses the package:\n{string.Join('\n', then.Except(now))}");
        Assert.True(
            !now.Except(then).Any(),
            $"This is new in the package; UPDATE_GOLDEN=1 promises it:\n{string.Join('\n', now.Except(then))}");
    }

    /// <summary>That it is true is shown by the program of <c>tests/SlaMonitor.Core.Aot</c>; this is what compilers read.</summary>
    [Theory]
    [InlineData("IsTrimmable")]
    [InlineData("IsAotCompatible")]
    public void Assembly_SaysThatItMayBeTrimmedAndCompiledAheadOfTime(string key) => Assert.Equal(
        "True",
        Assert.Single(
            typeof(BusinessCalendar).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), metadata => metadata.Key == key).Value);

    /// <summary>Each line with the type that it stands in, since many types have members that look alike.</summary>
    private static HashSet<string> Members(string api)
    {
        var within = new Stack<string>();
        var members = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        foreach (var line in api.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line == "{") within.Push(last);
            else if (line == "}") within.Pop();
            else members.Add(string.Join(" > ", within.Reverse().Append(line)));
            last = line;
        }

        return members;
    }

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
