using System.CommandLine;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Cli.Operating;

/// <summary><c>sla test-mail</c>: has a running monitor send its operator a mail, and says what the mail system said.</summary>
internal static class TestMailCommand
{
    private const int LongestText = 500;

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("test-mail", "Has a running monitor send a test mail to Health:OperatorEmail.");
        var door = new MonitorDoor(command, surroundings);
        var json = JsonOption.Create();
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await door.AskAsync(parsed, HttpMethod.Post, "test-mail", cancellationToken) is not { } answer) return ExitCode.CheckFailed;

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(answer, parsed.InvocationConfiguration.Output);
                return ExitCode.Good;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                HarmlessText.Of($"The mail to {answer["to"]} was taken: {answer["answer"]}", LongestText));
            return ExitCode.Good;
        });
        return command;
    }
}
