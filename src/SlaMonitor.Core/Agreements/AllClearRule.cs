namespace SlaMonitor.Core.Agreements;

/// <summary>When those who were told of a promise hear that it was kept.</summary>
public enum AllClearRule
{
    /// <summary>When they were told that it broke, and late news shows that it did not.</summary>
    Broken,

    /// <summary>Whenever they were told anything of it, and be it a warning.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
