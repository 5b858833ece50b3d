using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Local.Hosting.Http;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Hosting.Discovery;

/// <summary>Turns a trigger into a definition, or says why that cannot be.</summary>
internal sealed class TriggerReader(FunctionMethod method, ParameterInfo parameter, IConfiguration settings, List<string> problems)
{
    public HttpFunction? Read(HttpTriggerAttribute trigger)
    {
        if (parameter.ParameterType != typeof(HttpRequest))
            Report($"the HTTP trigger binds to HttpRequest, not to {parameter.ParameterType.Name}");
        if (trigger.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
            Report($"the level {trigger.AuthLevel} is not known to the local host; take Anonymous, Function or Admin");
        var result = method.ResultType;
        if (result != typeof(void) && !typeof(IResult).IsAssignableFrom(result) && !typeof(IActionResult).IsAssignableFrom(result))
            Report($"an HTTP function gives back IResult or IActionResult, not {result.Name}");

        var route = trigger.Route ?? method.Name;
        try
        {
            var pattern = RoutePatternFactory.Parse(route);
            var names = pattern.Parameters.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            CheckOthers(
                other => names.Contains(other.Name!) && RouteValue.CanBind(other.ParameterType),
                $"it must be a CancellationToken, or one of the route's {{{string.Join(", ", names)}}} as {RouteValue.Known}");
        }
        catch (RoutePatternException problem)
        {
            Report($"the route '{route}' is wrong: {problem.Message}");
        }

        return new HttpFunction(method, route, [.. (trigger.Methods ?? []).Select(verb => verb.ToUpperInvariant())], trigger.AuthLevel);
    }

    public TimerFunction? Read(TimerTriggerAttribute trigger)
    {
        if (parameter.ParameterType != typeof(TimerInfo))
            Report($"the timer trigger binds to TimerInfo, not to {parameter.ParameterType.Name}");
        CheckVoid();
        CheckOthers(_ => false, "it must be a CancellationToken");
        if (Resolve(trigger.Schedule, "Schedule") is not { } text)
            return null;
        if (TimerSchedule.TryParse(text, out var schedule, out var problem))
            return new TimerFunction(method, schedule, trigger.UseMonitor && schedule.IsSlow, trigger.RunOnStartup);
        Report($"the schedule '{text}'{(text.Equals(trigger.Schedule, StringComparison.Ordinal) ? "" : $" (setting {trigger.Schedule})")} "
            + $"is wrong: {problem}");
        return null;
    }

    public QueueFunction? Read(ServiceBusTriggerAttribute trigger)
    {
        if (!QueueFunction.CanBind(parameter.ParameterType))
            Report($"the Service Bus trigger binds to string or ServiceBusReceivedMessage, not to {parameter.ParameterType.Name}");
        CheckVoid();
        CheckOthers(
            other => other.ParameterType == typeof(ServiceBusMessageActions),
            "it must be a CancellationToken or ServiceBusMessageActions");
        if (string.IsNullOrWhiteSpace(trigger.Connection))
            Report("the Service Bus trigger must name its Connection, as Connection = \"ServiceBusConnection\"");
        return Resolve(trigger.QueueName ?? "", "QueueName") is { Length: > 0 } queue ? new QueueFunction(method, queue) : null;
    }

    private string? Resolve(string text, string property)
    {
        var resolved = SettingName.Resolve(text, settings, out var missing);
        if (missing is null)
            return resolved;
        Report($"{property} is '{text}', and there is no setting {missing}; set it in the environment, in local.settings.json, "
            + $"or with --set {missing}=VALUE");
        return null;
    }

    private void CheckVoid()
    {
        if (method.ResultType != typeof(void))
            Report($"it gives back {method.ResultType.Name}, which nobody takes; it must give back void or Task");
    }

    private void CheckOthers(Func<ParameterInfo, bool> isKnown, string wanted)
    {
        foreach (var other in method.Parameters)
        {
            if (other != parameter && other.ParameterType != typeof(CancellationToken) && !isKnown(other))
                Report($"the parameter '{other.ParameterType.Name} {other.Name}' cannot be bound; {wanted}");
        }
    }

    private void Report(string problem) => problems.Add($"error: {method.Name} ({method.Place}): {problem}");
}
