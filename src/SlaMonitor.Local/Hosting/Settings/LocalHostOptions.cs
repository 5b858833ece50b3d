using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>What surrounds a host. The defaults are the process's own; tests give theirs.</summary>
internal sealed record LocalHostOptions
{
    /// <summary>The command line, as <c>--help</c> describes it.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Where the function classes are. Default: the process's entry assembly.</summary>
    public Assembly? FunctionAssembly { get; init; }

    /// <summary>Where relative folders start and <c>host.json</c> and <c>local.settings.json</c> are looked for first.</summary>
    public string CurrentDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Where the two files are looked for next.</summary>
    public string ProgramDirectory { get; init; } = AppContext.BaseDirectory;

    /// <summary>Environment variables. Default: the process's.</summary>
    public IConfigurationSource EnvironmentVariables { get; init; } = new EnvironmentVariablesConfigurationSource();

    /// <summary>Time of the infrastructure: locks, delays, and what the domain clock is derived from.</summary>
#pragma warning disable RS0030 // The composition root of the local host chooses the real clock.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Where the banner goes.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>The classes to look at instead of <see cref="FunctionAssembly"/>'s public ones.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; init; }
}
