using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>For how long what is kept; 0 is for good. Bound from the section <c>Retention</c>.</summary>
internal sealed class RetentionOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Retention";

    /// <summary>
    /// By how much longer notifications are known than dead letters that may be sent again: a mail waits for two weeks at most before it
    /// becomes one.
    /// </summary>
    private const int LetterMargin = 30;

    /// <summary>
    /// How many days after its last event the log of a settled ticket is reduced to what its outcomes need; 0: never.
    /// </summary>
    /// <value>0 by default.</value>
    [Range(0, 36_500)]
    public int TicketsAfterDays { get; set; }

    /// <summary>
    /// How many days it is known who was told of what. More than a year, so that a monitor that was away for twelve months and reports on
    /// them sends no report twice.
    /// </summary>
    /// <value>400 by default.</value>
    [Range(0, 36_500)]
    public int NotificationsAfterDays { get; set; } = 400;

    /// <summary>How many days it is known what a mail carried, so that somebody else can be told when it comes back.</summary>
    /// <value>90 by default.</value>
    [Range(0, 36_500)]
    public int MailsAfterDays { get; set; } = 90;

    /// <summary>How many days mails that were given up wait for a person.</summary>
    /// <value>90 by default.</value>
    [Range(0, 36_500)]
    public int DeadLettersAfterDays { get; set; } = 90;

    /// <summary>How many days the figures of reports that were sent are kept, to say what has changed since, and for the trend.</summary>
    /// <value>3660 by default: ten years.</value>
    [Range(0, 36_500)]
    public int ReportsAfterDays { get; set; } = 3_660;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, int Days, int Least)[] bounds =
        [
            (nameof(NotificationsAfterDays), NotificationsAfterDays, 400), (nameof(MailsAfterDays), MailsAfterDays, 30),
            (nameof(DeadLettersAfterDays), DeadLettersAfterDays, 7), (nameof(ReportsAfterDays), ReportsAfterDays, 400),
        ];
        foreach (var (name, days, least) in bounds)
        {
            if (days != 0 && days < least)
                yield return new($"{Section}:{name} is {days}; it has to be {least} at least, or 0 to keep them for good", [name]);
        }

        if (NotificationsAfterDays != 0 && DeadLettersAfterDays == 0)
        {
            yield return new(
                $"{Section}:DeadLettersAfterDays is 0, which keeps them for good; {Section}:NotificationsAfterDays has to be 0 too: "
                + "a dead letter that is sent again must not tell anybody twice",
                [nameof(NotificationsAfterDays)]);
        }
        else if (NotificationsAfterDays != 0 && NotificationsAfterDays < DeadLettersAfterDays + LetterMargin)
        {
            yield return new(
                $"{Section}:NotificationsAfterDays is {NotificationsAfterDays}; it has to be {DeadLettersAfterDays + LetterMargin} "
                + $"at least, {LetterMargin} more than {Section}:DeadLettersAfterDays: a dead letter that is sent again "
                + "must not tell anybody twice",
                [nameof(NotificationsAfterDays)]);
        }
    }
}
