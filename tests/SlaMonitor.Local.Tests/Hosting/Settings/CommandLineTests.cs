using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Settings;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--port 80", "Local:Port", "80")]
    [InlineData("--port=80", "Local:Port", "80")]
    [InlineData("--urls http://[::1]:80", "Local:Urls", "http://[::1]:80")]
    [InlineData("--data here", "Local:DataFolder", "here")]
    [InlineData("--mail there", "Local:MailFolder", "there")]
    [InlineData("--start 2026-03-02T08:00:00Z", "Local:Start", "2026-03-02T08:00:00Z")]
    [InlineData("--speed 1440", "Local:Speed", "1440")]
    [InlineData("--set Section__Key=a=b", "Section:Key", "a=b")]
    [InlineData("--set=Section:Key=", "Section:Key", "")]
    public void Parse_Option_IsShortForASetting(string line, string key, string value) =>
        Assert.Equal([new(key, value)], CommandLine.Parse(line.Split(' ')));

    [Theory]
    [InlineData("--bogus", "error: unknown option '--bogus'")]
    [InlineData("7071", "error: unknown option '7071'")]
    [InlineData("--port", "error: --port needs a value")]
    [InlineData("--set Name", "error: --set wants NAME=VALUE, not 'Name'")]
    [InlineData("--set =value", "error: --set wants NAME=VALUE, not '=value'")]
    public void Parse_WrongLine_IsAUsageErrorWithTheHelp(string line, string expected)
    {
        var problem = Assert.Throws<LocalHostException>(() => CommandLine.Parse(line.Split(' ')));

        Assert.Equal(2, problem.ExitCode);
        Assert.StartsWith(expected + Environment.NewLine, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(CommandLine.Help, problem.Message, StringComparison.Ordinal);
    }
}
