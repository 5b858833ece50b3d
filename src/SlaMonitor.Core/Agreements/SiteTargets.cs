namespace SlaMonitor.Core.Agreements;

/// <summary>That a target counts by another calendar for some tickets: by what one of their free fields says, such as the site.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="ByValue">
/// The target as it is for each value, without regard to case. For every other value, and where the field is not set, it is the target
/// itself.
/// </param>
public sealed record SiteTargets(string Field, IReadOnlyDictionary<string, Target> ByValue);
