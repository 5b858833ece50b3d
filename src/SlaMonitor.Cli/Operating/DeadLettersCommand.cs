using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Operating;

/// <summary>
/// <c>sla dead-letters</c>: the mails that a running monitor has given up, for whoever mends the cause and sends them again.
/// </summary>
internal static class DeadLettersCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("dead-letters", "The mails that a running monitor has given up. Nobody was told by them.");
        var door = new MonitorDoor(command, surroundings);
        var json = JsonOption.Create();
        json.Recursive = true;
        command.Add(json);
        command.Add(List(door, json));
        command.Add(Show(door));
        command.Add(Resend(door, json));
        command.Add(Drop(door, json));
        return command;
    }

    private static Command List(MonitorDoor door, Option<bool> json)
    {
        var command = new Command("list", "Lists them: number, reason, who should have been told of what.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var all = new JsonArray();
            for (string? from = "0"; from is not null;)
            {
                if (await door.AskAsync(parsed, HttpMethod.Get, $"dead-letters?from={from}", cancellationToken) is not { } page)
                    return ExitCode.CheckFailed;

                foreach (var letter in page["deadLetters"]?.AsArray() ?? [])
                {
                    all.Add(letter?.DeepClone());
                    if (parsed.GetValue(json)) continue;

                    await output.WriteLineAsync(
                        $"{letter?["number"]}  {AnswerText.Of(letter?["reason"])}  {AnswerText.Of(letter?["recipient"])}  "
                        + AnswerText.Of(letter?["description"]));
                    foreach (var told in letter?["tells"]?.AsArray() ?? []) await output.WriteLineAsync($"    {AnswerText.Of(told)}");
                }

                from = page["next"]?.ToString();
            }

            if (parsed.GetValue(json)) JsonOutput.Write(new JsonObject { ["deadLetters"] = all }, output);
            else if (all.Count == 0) await output.WriteLineAsync("There are no dead letters.");
            return ExitCode.Good;
        });
        return command;
    }

    private static Command Show(MonitorDoor door)
    {
        var number = Number();
        var command = new Command("show", "Shows one, whole, as JSON.") { number };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await door.AskAsync(parsed, HttpMethod.Get, $"dead-letters/{parsed.GetValue(number)}", cancellationToken) is not { } letter)
                return ExitCode.CheckFailed;

            JsonOutput.Write(letter, parsed.InvocationConfiguration.Output);
            return ExitCode.Good;
        });
        return command;
    }

    private static Command Resend(MonitorDoor door, Option<bool> json)
    {
        var number = new Argument<long?>("NUMBER") { Description = "Which one.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var command = new Command("resend", "Sends one again, or all. Who was told already is not told twice.") { number, all };
        command.Validators.Add(parsed =>
        {
            if (parsed.Given(number) is null != parsed.Given(all)) parsed.AddError("Say which one is to be sent again, or --all.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(number) is { } one ? $"dead-letters/{one}" : "dead-letters";
            if (await door.AskAsync(parsed, HttpMethod.Post, path, cancellationToken) is not { } answer) return ExitCode.CheckFailed;

            if (parsed.GetValue(json)) JsonOutput.Write(answer, parsed.InvocationConfiguration.Output);
            else await parsed.InvocationConfiguration.Output.WriteLineAsync($"{answer["resent"]} sent again.");
            return ExitCode.Good;
        });
        return command;
    }

    private static Command Drop(MonitorDoor door, Option<bool> json)
    {
        var number = Number();
        var command = new Command("drop", "Drops one that you have seen to. Nobody is told by it.") { number };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = $"dead-letters/{parsed.GetValue(number)}";
            if (await door.AskAsync(parsed, HttpMethod.Delete, path, cancellationToken) is null) return ExitCode.CheckFailed;

            if (parsed.GetValue(json))
                JsonOutput.Write(new JsonObject { ["dropped"] = parsed.GetValue(number) }, parsed.InvocationConfiguration.Output);
            else await parsed.InvocationConfiguration.Output.WriteLineAsync("Dropped.");
            return ExitCode.Good;
        });
        return command;
    }

    private static Argument<long> Number() => new("NUMBER") { Description = "Its number, as the list has it." };
}
