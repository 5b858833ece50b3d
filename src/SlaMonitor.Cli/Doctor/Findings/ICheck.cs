namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>One thing that is looked at.</summary>
internal interface ICheck
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>Looks at it.</summary>
    /// <exception cref="CheckException">It cannot be seen.</exception>
    /// <exception cref="HttpRequestException">A server does not answer.</exception>
    Task<Finding> LookAsync(CancellationToken cancellationToken);
}
