using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class HostCommandTests
{
    [Theory]
    [InlineData("--port 80", "Local:Port", "80")]
    [InlineData("--port=80", "Local:Port", "80")]
    [InlineData("--port 0 --port 80", "Local:Port", "80")]
    [InlineData("--urls http://[::1]:80", "Local:Urls", "http://[::1]:80")]
    [InlineData("--data here", "Local:DataFolder", "here")]
    [InlineData("--data @here", "Local:DataFolder", "@here")]
    [InlineData("--mail there", "Local:MailFolder", "there")]
    [InlineData("--start 2026-03-02T08:00:00Z", "Local:Start", "2026-03-02T08:00:00Z")]
    [InlineData("--speed 1440", "Local:Speed", "1440")]
    [InlineData("--speed -1", "Local:Speed", "-1")]
    [InlineData("--set Section__Key=a=b", "Section:Key", "a=b")]
    [InlineData("--set=Section:Key=", "Section:Key", "")]
    [InlineData("--set Section:Key=--x", "Section:Key", "--x")]
    public void Parse_Option_IsShortForASetting(string line, string key, string value) =>
        Assert.Equal([new(key, value)], HostCommand.Parse(line.Split(' ')));

    [Fact]
    public void Parse_SetTwice_SetsBoth() =>
        Assert.Equal([new("A", "1"), new("B", "2")], HostCommand.Parse(["--set", "A=1", "--set", "B=2"]));

    [Theory]
    [InlineData("--prot", "'--prot' was not matched. Did you mean one of the following?\n--port\n")]
    [InlineData("7071", "Unrecognized command or argument '7071'.\n")]
    [InlineData("--port", "Required argument missing for option: '--port'.\n")]
    [InlineData("--set Name", "--set wants NAME=VALUE, not 'Name'.\n")]
    [InlineData("--set =value", "--set wants NAME=VALUE, not '=value'.\n")]
    public void Parse_WrongLine_IsAUsageErrorWithTheHelp(string line, string expected)
    {
        var problem = Assert.Throws<LocalHostException>(() => HostCommand.Parse(line.Split(' ')));

        Assert.Equal(2, problem.ExitCode);
        Assert.StartsWith("error: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--set <NAME=VALUE>", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", true)]
    [InlineData("-h", true)]
    [InlineData("--version", true)]
    [InlineData("--port 80", false)]
    [InlineData("--prot 80", false)]
    public void IsAnswered_OnlyAQuestion_IsAndSaysSomething(string line, bool expected)
    {
        using var output = new StringWriter();

        Assert.Equal((expected, expected), (HostCommand.IsAnswered(line.Split(' '), output), output.ToString().Length > 0));
    }
}
