using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Functions.Api;

/// <summary>A function that a request starts, as its own attributes describe it to the host.</summary>
internal sealed class Door
{
    private readonly TemplateMatcher _matcher;

    /// <param name="run">The method that answers.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="trigger">What starts it.</param>
    public Door(MethodInfo run, string name, HttpTriggerAttribute trigger)
    {
        (Run, Name, Route, Level) = (run, name, trigger.Route ?? name, trigger.AuthLevel);
        Methods = [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())];
        Parameters = [.. run.GetCustomAttributes<ParametersAttribute>().SelectMany(attribute => attribute.Parameters)];
        TakesAnyParameter = run.IsDefined(typeof(AnyQueryAttribute));
        _matcher = new TemplateMatcher(TemplateParser.Parse(Route), []);
    }

    /// <summary>The method that answers, with the attributes that describe its parameters and answers.</summary>
    public MethodInfo Run { get; }

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>Its path, with what varies in braces, without a leading slash.</summary>
    public string Route { get; }

    /// <summary>The HTTP methods that it takes, in capitals; empty where it takes every one.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Which key the host asks for.</summary>
    public AuthorizationLevel Level { get; }

    /// <summary>What may be asked for behind the question mark, beside the key.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; }

    /// <summary>Whether what else stands there is no reason to refuse a request.</summary>
    public bool TakesAnyParameter { get; }

    /// <summary>Whether the door is behind a path, whatever the method.</summary>
    public bool IsAt(PathString path) => _matcher.TryMatch(path, []);
}
