namespace SlaMonitor.Cli.Checking;

/// <summary>How <c>sla check</c> writes what it found.</summary>
internal enum ProblemFormat
{
    /// <summary>For people, and for editors that jump to <c>file:line:column</c>.</summary>
    Text,

    /// <summary>One JSON document with problems and summaries.</summary>
    Json,

    /// <summary>Annotations of GitHub's workflows.</summary>
    GitHub,

    /// <summary>SARIF 2.1.0, which code scanning takes.</summary>
    Sarif,
}
