namespace SlaMonitor.Mails.Surveys;

/// <summary>A rating that may be given on the page of a survey.</summary>
/// <param name="Rating">From 1 (worst) to 5 (best).</param>
/// <param name="ActionUrl">Where its button posts to, relative to the page itself.</param>
public sealed record SurveyChoice(int Rating, string ActionUrl);
