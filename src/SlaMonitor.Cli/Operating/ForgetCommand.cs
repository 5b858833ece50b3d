using System.CommandLine;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Operating;

/// <summary><c>sla forget</c>: has a running monitor erase a person from all that it keeps, while every figure stays.</summary>
internal static class ForgetCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Every name that the person is known by: addresses, ids and logins of the helpdesk.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("forget", "Has a running monitor erase a person from all that it keeps. Every figure stays.") { names };
        var json = JsonOption.Create();
        command.Add(json);
        var door = new MonitorDoor(command, surroundings);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = new JsonObject { ["names"] = new JsonArray([.. parsed.GetValue(names)!.Select(name => (JsonNode)name)]) };
            var kept = new List<string>();
            JsonNode? answer;
            do
            {
                answer = await door.AskAsync(parsed, HttpMethod.Post, "forgotten", cancellationToken, asked);
                if (answer is null) return ExitCode.CheckFailed;

                kept.AddRange((answer["kept"]?.AsArray() ?? []).Select(ticket => $"{ticket}"));
                asked["from"] = answer["next"]?.ToString();
            }
            while (answer["next"] is not null);

            if (parsed.GetValue(json)) WriteJson(parsed.InvocationConfiguration.Output, answer, kept);
            else await WriteAsync(parsed.InvocationConfiguration.Output, answer, kept);
            return kept.Count == 0 ? ExitCode.Good : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void WriteJson(TextWriter output, JsonNode answer, List<string> kept) => JsonOutput.Write(
        new JsonObject
        {
            ["record"] = answer["record"]?.DeepClone(),
            ["agreements"] = answer["agreements"]?.DeepClone(),
            ["kept"] = new JsonArray([.. kept.Select(ticket => JsonValue.Create(ticket))]),
        },
        output);

    private static async Task WriteAsync(TextWriter output, JsonNode answer, List<string> kept)
    {
        var record = answer["record"];
        await output.WriteLineAsync($"On record as {record?["id"]}.");
        await output.WriteLineAsync($"tickets: {record?["tickets"]}, events: {record?["events"]}");
        foreach (var (what, count) in record?["traces"]?.AsObject() ?? []) await output.WriteLineAsync($"{what}: {count}");
        foreach (var agreement in answer["agreements"]?.AsArray() ?? [])
        {
            await output.WriteLineAsync(
                $"The agreement {AnswerText.Of(agreement)} names them as a contact: "
                + "take them out of it, or the next mail names them again.");
        }

        foreach (var ticket in kept)
        {
            await output.WriteLineAsync(
                $"Ticket {AnswerText.Of(ticket)} names them still: a condition of an agreement asks for them by name.");
        }
    }
}
