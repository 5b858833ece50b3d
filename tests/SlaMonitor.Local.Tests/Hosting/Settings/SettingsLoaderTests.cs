using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class SettingsLoaderTests : IDisposable
{
    private readonly TempFolder _current = new();
    private readonly TempFolder _program = new();

    [Fact]
    public void Load_EverySource_TheLastOneWins()
    {
        _program.Write("local.settings.sample.json", Values("\"A\": \"sample\", \"B\": \"sample\", \"C\": \"sample\", \"D\": \"sample\""));
        _current.Write("local.settings.json", Values("\"B\": \"file\", \"C\": \"file\", \"D\": \"file\""));

        var settings = Load(new() { ["C"] = "environment", ["D"] = "environment" }, "--set", "D=line");

        Assert.Equal(["sample", "file", "environment", "line"], new[] { "A", "B", "C", "D" }.Select(name => settings[name]));
    }

    /// <summary>What somebody has set for their own monitor, its mail server before all, has no business in a demo.</summary>
    [Fact]
    public void Load_Demo_TakesTheCommandLineAlone()
    {
        _program.Write("local.settings.sample.json", Values("\"A\": \"sample\""));
        _current.Write("local.settings.json", Values("\"A\": \"file\", \"Mail__Smtp__Host\": \"mail.example.com\""));

        var settings = Load(new() { ["A"] = "environment", ["FunctionKey"] = "mine" }, "--demo", "--set", "B=line", "--speed", "30");

        Assert.Equal(
            ("sample", "line", null, null, "30", "data/demo"),
            (settings["A"], settings["B"], settings["Mail:Smtp:Host"], settings["FunctionKey"], settings["Local:Speed"],
                settings["Local:DataFolder"]));
    }

    [Theory]
    [InlineData("--start", "2026-03-02T08:00:00Z")]
    [InlineData("--doctor")]
    [InlineData("--backup", "a.zip")]
    public void Load_DemoWithWhatItCannotHave_IsRefused(params string[] more) =>
        Assert.Throws<LocalHostException>(() => Load([], ["--demo", .. more]));

    [Fact]
    public void Load_EmptyValue_WinsAsAnyOther()
    {
        _current.Write("local.settings.json", Values("\"A\": \"file\", \"B\": \"file\""));

        var settings = Load(new() { ["A"] = "" }, "--set", "B=");

        Assert.Equal(("", ""), (settings["A"], settings["B"]));
    }

    [Fact]
    public void Load_FileInBothFolders_TakesTheCurrentDirectorys()
    {
        _current.Write("local.settings.json", Values("\"A\": \"current\""));
        _program.Write("local.settings.json", Values("\"A\": \"program\", \"B\": \"program\""));

        var settings = Load([]);

        Assert.Equal(("current", null), (settings["A"], settings["B"]));
    }

    [Fact]
    public void Load_FileBesideTheProgram_IsFound()
    {
        _program.Write("local.settings.json", Values("\"A\": \"program\""));

        Assert.Equal("program", Load([])["A"]);
    }

    [Fact]
    public void Load_NestedNames_AreReachedEitherWay()
    {
        _current.Write("local.settings.json", Values("\"Mail__Host\": \"file\", \"Mail:Port\": 25, \"Mail__Tls\": true"));

        var settings = Load(new() { ["Mail:From"] = "environment" });

        Assert.Equal(
            ("file", "25", "True", "environment"),
            (settings["Mail:Host"], settings["Mail:Port"], settings["Mail:Tls"], settings["Mail:From"]));
    }

    [Fact]
    public void Load_CommentsAndTrailingCommas_AreAllowed()
    {
        _current.Write("local.settings.json", "{ // mine\n \"Values\": { \"A\": \"a\", }, }");

        Assert.Equal("a", Load([])["A"]);
    }

    [Fact]
    public void Load_LocalHttpPort_IsThePortUnlessTheLineSaysOther()
    {
        _current.Write("local.settings.json", """{ "Host": { "LocalHttpPort": 7072 } }""");

        Assert.Equal("7072", Load([])["Local:Port"]);
        Assert.Equal("80", Load([], "--port", "80")["Local:Port"]);
    }

    [Theory]
    [InlineData("{\n  \"Values\": {\n    \"A\": \"a\"\n    \"B\": \"b\"\n  }\n}", ":4:5: error: '\"' is invalid after a value")]
    [InlineData("", ":1:1: error: The input does not contain any JSON tokens")]
    [InlineData("[]", ": error: Top-level JSON element must be an object. Instead, 'Array' was found.")]
    [InlineData("{ \"Values\": { \"A\": \"a\", \"a\": \"b\" } }", ": error: A duplicate key 'Values:a' was found.")]
    [InlineData("{ \"Values\": [] }", ": error: Values must be an object of names and texts")]
    [InlineData("{ \"Values\": { \"A\": { \"B\": 1 } } }", ": error: Values.A must be a text; write a nested setting as Section__Key")]
    [InlineData("{ \"IsEncrypted\": true }", ": error: IsEncrypted is true; decrypt the file")]
    public void Load_WrongFile_SaysWhereAndWhat(string text, string expected)
    {
        _current.Write("local.settings.json", text);

        var problem = Assert.Throws<LocalHostException>(() => Load([]));

        Assert.StartsWith(_current.File("local.settings.json") + expected, problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, problem.ExitCode);
    }

    public void Dispose()
    {
        _current.Dispose();
        _program.Dispose();
    }

    private static string Values(string values) => $$"""{ "IsEncrypted": false, "Values": { {{values}} } }""";

    private ConfigurationManager Load(Dictionary<string, string?> environment, params string[] args)
    {
        var configuration = new ConfigurationManager();
        SettingsLoader.Load(configuration, new LocalHostOptions
        {
            Args = args,
            CurrentDirectory = _current.Path,
            ProgramDirectory = _program.Path,
            EnvironmentVariables = new MemoryConfigurationSource { InitialData = environment },
        });
        return configuration;
    }
}
