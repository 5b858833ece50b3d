namespace SlaMonitor.Core.Agreements.Indicators;

/// <summary>A mean rating that must be reached over a period.</summary>
/// <param name="AtLeast">The least mean rating.</param>
/// <param name="Of">The best rating that can be given.</param>
/// <param name="Per">What it is counted over.</param>
/// <param name="SurveyEvery">How often requesters are asked by mail, or <c>null</c> where only the helpdesk's ratings count.</param>
public sealed record SatisfactionIndicator(decimal AtLeast, int Of, ReportPeriod Per, SurveyInterval? SurveyEvery);
