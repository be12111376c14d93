"""What is said when something is refused: what is so, and what to do next."""

from collections import defaultdict

from workshop.core.messages import Refused

from .catalogue import catalogue
from .pages import current


def _(words: str) -> str:
    """Mark the words for extraction; they are translated when the reader is known."""
    return words


SENTENCES = {
    # Coming in
    "code_not_open": _("That code is not open. Check it once more."),
    "wrong_key": _("That key does not open this workshop. Ask for a new link."),
    "no_token": _("This page does not know you any more. Join again with the code on the board."),
    "removed": _("A facilitator has shown you out of this workshop. What you wrote stays in it."),
    "board_out": _("This board was shut out. Ask the facilitator for the board's new link."),
    "link_ended": _("This link to the results has ended. Ask whoever sent it for a new one."),
    "not_yourself": _("You cannot show yourself out. Another facilitator can."),
    "forbidden": _("Only the facilitator can do that."),
    "busy": _("Too many tries just now. Wait %(seconds)s seconds, then try again."),
    "files_waiting": _(
        "Several files of this workshop are being made just now. Try again in a minute."
    ),
    "too_many_workshops": _(
        "Many workshops have been made from here lately. Try again in %(minutes)s minutes."
    ),
    "create_key": _("This server asks for a key to make workshops. Ask whoever runs it."),
    "bad_origin": _("This came from another page. Open the workshop again and repeat it there."),
    "bad_form": _("The page had grown old. Look it over and send it once more."),
    "no_such_page": _("There is nothing at this address. Check the link, or go to the front page."),
    "not_allowed": _("That address does not take this kind of request."),
    "not_shared": _("The results are not shared yet. The facilitator shares them at the end."),
    "not_closed": _("The workshop is not closed yet. Its log can be downloaded after the end."),
    "no_such_format": _("There is no such format. Choose one from the list."),
    "no_such_recipe": _("There is no such recipe. Choose one from the list."),
    "no_such_language": _("That language is not spoken here yet. Choose one from the list."),
    # What was sent
    "empty": _("Nothing is written yet. Write it, then send it."),
    "too_long": _("That is %(length)s characters, and %(limit)s fit. Shorten it, or make two."),
    "bad_number": _("Write a number from 1 to %(limit)s."),
    "bad_date": _("That is not a date. Write it as year-month-day, like 2026-11-21."),
    "bad_field": _("The page sent something unexpected. Load it again; what you wrote is kept."),
    "unknown_field": _("This page is out of date. Load it again; what you wrote is kept."),
    "unknown_kind": _("This page is out of date. Load it again; what you wrote is kept."),
    "bad_message": _("What was sent could not be read. Load the page again."),
    "bad_json": _("What was sent could not be read. Load the page again."),
    "too_large": _("That is more than can be sent at once. Make it shorter."),
    "rate_limited": _("That was fast. What you did is sent again in a moment."),
    "id_taken": _("This was already there. Load the page again before you go on."),
    "unsure": _("It is not certain that this was saved. It is sent again by itself."),
    "server_fault": _("Something went wrong on the server. What you did last may not be saved."),
    # A recipe of one's own, from a file
    "bad_recipe": _("This file cannot be used as a recipe. %(why)s"),
    "bad_setup": _(
        "The columns, fields or scales do not fit together: each needs a name of its own, and a scale at least two marks."
    ),
    "recipe_at": _("Look at “%(where)s” in the file: %(why)s"),
    "not_json": _("It is not JSON, or not all of it. Choose a file that was saved here."),
    "not_a_recipe": _("It does not say that it is a recipe. Choose a file that was saved here."),
    "newer_recipe": _("It is a recipe of version %(version)s, and only version 1 is known here."),
    "recipe_too_large": _("It is larger than the %(limit)s kB that a recipe can be."),
    "bad_value": _("What stands there does not fit."),
    "no_such_field": _("A recipe has no such field. Check the spelling."),
    "left_out": _("It is needed, and it is missing."),
    # Where the room is
    "workshop_closed": _("The workshop is closed. Its results are what was there at the end."),
    "workshop_full": _("The workshop is full. It holds %(limit)s."),
    "no_such_step": _("That step is no longer in the agenda."),
    "step_closed": _("This step takes nothing more. You can still park what you wrote."),
    "deadline_passed": _("Notes were collected until the deadline, and it has passed."),
    "step_locked": _("The facilitator has locked this step. What you wrote is still here."),
    "step_sealed": _("This step is sealed. Its notes belong to the room now and stay as they are."),
    "moved_on": _("The room is in “%(title)s” by now. Look at the agenda, then choose again."),
    "room_is_here": _("The room is in this step. Go to another one, and this one is finished."),
    "too_many_steps": _("There are %(limit)s steps, which is the most. Remove some first."),
    "bad_source": _("Two steps cannot work on each other's notes. Choose an earlier step."),
    "not_readable": _(
        "Notes can be looked over only where you may read them before the reveal. Choose that first."
    ),
    "no_notes_here": _("No notes are written in this step, so there is nothing to collect."),
    "bad_time": _("That is not a time to come. Choose a later day or hour."),
    "not_leading": _("%(name)s leads just now. Take the lead first, or ask for it."),
    "not_a_seat": _("%(name)s has a phone, and chooses the name there."),
    "not_a_facilitator": _("%(name)s does not facilitate. Only a facilitator can take the lead."),
    "not_started": _("The workshop has not begun. Start it first."),
    "nothing_to_repeat": _("This cycle has no step that opens, integrates or closes."),
    "too_short": _("That is too short for this. %(limit)s minutes is the least."),
    "step_started": _("The step has begun, so this can no longer be changed: people rely on it."),
    "timer_not_running": _("The timer is not running."),
    # Notes
    "no_such_note": _("That note is no longer there."),
    "not_yours": _("Only the one who wrote this can change it."),
    "parked_already": _("That note lies in the parking lot already."),
    "no_such_type": _("Notes of this kind are not written in this step. Choose another kind."),
    "no_building_here": _("In this step notes are not built on. Write it as a note of its own."),
    "too_many_notes": _("You have written %(limit)s notes in this step, which is the most."),
    "not_revealed": _("That is not shown to everyone yet. The facilitator shows it first."),
    "nothing_to_reveal": _("There is nothing to reveal in this step yet."),
    "not_moderated": _("Notes of this step are not moderated before they are shown."),
    # Notes from a list or a file
    "no_bringing_here": _(
        "Notes cannot be brought into “%(title)s”. Choose a step where notes are written or grouped."
    ),
    "hidden_until_reveal": _(
        "In “%(title)s” notes stay hidden until the reveal. Reveal them first, or choose a later step."
    ),
    "nowhere_to_bring": _(
        "No step takes notes from elsewhere now. Add one in the plan, or reveal what is hidden first."
    ),
    "no_notes_found": _(
        "There are no notes in it. Write one on each line, or choose another file."
    ),
    "bad_file": _(
        "That file cannot be read here. Save it as CSV, or choose a .canvas file or a workshop.json."
    ),
    "file_too_large": _(
        "That is larger than the %(limit)s MB that can be brought in at once. Make two of it."
    ),
    # Building on what others wrote, and working in groups
    "no_deal_here": _("In this step nobody is dealt notes to build on."),
    "nothing_to_deal": _("There is no note of anybody else to build on yet."),
    "no_such_group": _("That group is no longer there. Choose another one."),
    "too_few_groups": _("It takes at least two groups, each with an id of its own."),
    "groups_dealt": _("The groups were dealt. The facilitator can place you in another one."),
    "no_group": _("You are in no group yet. Choose one first, or ask the facilitator."),
    "no_group_here": _("In “%(title)s” the room does not work in groups."),
    "not_your_group": _("Only the group that wrote a note chooses to tell of it."),
    "by_consensus": _("These are placed together, so nobody scores them alone."),
    "not_by_consensus": _(
        "These are scored by each alone. Open them by consensus to place them together."
    ),
    "no_consensus_here": _("Only a matrix is placed by consensus. “%(title)s” is none."),
    "other_groups_cluster": _(
        "That cluster is another group's. It is everyone's when the room comes together again."
    ),
    "other_groups_note": _("That note is on another group's wall."),
    "enough_reported": _(
        "Your group tells of %(limit)s notes already. Take one of them back first."
    ),
    # Clusters
    "no_such_cluster": _("That cluster is no longer there. The note is where it was."),
    "too_many_clusters": _("There are %(limit)s clusters, which is the most. Dissolve some first."),
    "no_grouping_here": _("Notes are not grouped in this step."),
    "no_sorting_here": _("Notes keep their column in this step. You can change your own, or ask."),
    "no_such_column": _("That column is not in this step any more. Choose one that is."),
    "no_such_role": _("That role is not in this step any more. Choose one, or write without."),
    "no_evidence_here": _("This step does not ask how you know it. Send the note without that."),
    # Tables, and what is chosen
    "no_such_row": _("That row is no longer in the table."),
    "no_rows_here": _("Rows are not written in this step."),
    "no_such_cell": _("The table has changed meanwhile. Look at its fields, then write it again."),
    "too_many_rows": _(
        "There is room for %(limit)s rows. Change one that is there, or remove one."
    ),
    "nothing_stays": _("Doing nothing stays beside the options. Its words can be changed."),
    "no_choosing_here": _("Nothing is kept or dropped in this step."),
    "no_reason": _("Say why it is dropped. The list of what was dropped is worth its reasons."),
    "cluster_merged": _("That cluster was put together with another one. Its notes are there now."),
    "same_cluster": _("That is one cluster already. Choose another one."),
    "nothing_to_split": _("Choose some of the cluster's notes, and leave at least one in it."),
    "copied_already": _("The note is in that cluster already. Choose another one."),
    "names_later": _("The room groups in silence. Names come when the facilitator says so."),
    "too_few_to_name": _("A name is for %(limit)s notes or more. Put another one in first."),
    "not_silent": _("This step has no silence to end."),
    # The vote
    "no_such_vote": _("There is no such vote."),
    "no_vote_here": _("This step has no vote."),
    "vote_open": _("A vote is already open. Close it first."),
    "vote_closed": _("The vote is closed. Dots can no longer be moved."),
    "nothing_to_vote_on": _("There is nothing to vote on yet. Reveal the notes first."),
    "nobody_to_vote": _("Nobody has joined yet, so nobody could vote."),
    "not_in_electorate": _("You came after it was opened. The facilitator can let you in."),
    "no_such_item": _("That is not on the ballot."),
    "no_such_participant": _("That person is not in this workshop."),
    "over_budget": _("All %(limit)s dots are placed. Take one back to place it elsewhere."),
    "over_item": _("At most %(limit)s on one. Spread the rest."),
    "vote_not_open": _("The vote has not opened yet. Read, and plan your dots."),
    "not_planned": _("This vote has opened already. Close it, and vote again."),
    "vote_planned": _("A vote is planned here already. Open it, or take the plan back."),
    "no_such_criterion": _("This vote asks for something else. Load the page again."),
    "no_group_yet": _("Choose first as whom you vote."),
    "not_told": _("The result is not all told yet. Tell the rest of it first."),
    "all_told": _("The whole result has been told."),
    "no_wild_card_here": _("This vote keeps no place for a wild card."),
    "above_cut": _("That is above the cut already. Choose one from below it."),
    "no_tie": _("Nothing ties at the cut any more."),
    "choose_places": _("Choose %(limit)s of those that tie, no more and no fewer."),
    "too_many_tied": _("More than %(limit)s tie, too many for a run-off. Draw lots, or choose."),
    # Asking the room, and reading it
    "no_such_poll": _("That question is no longer there."),
    "poll_open": _("A question is already open. Close it first."),
    "poll_closed": _("That question is closed. Its answers stay as they are."),
    "too_many_polls": _("The room has been asked %(limit)s questions, which is the most."),
    "bad_answer": _("That is not among the answers. Choose one of them."),
    "not_asked": _("This question is for the participants."),
    "no_such_hand": _("That hand is down already."),
    # Marks on a scale
    "no_such_scoring": _("That scoring is no longer there."),
    "no_scoring_here": _("Nothing is given marks in this step."),
    "no_scales": _("This step has no scale to mark on. Give it one in the plan."),
    "still_asked": _(
        "“%(title)s” is still being answered. Close it first; what was written is shown after that."
    ),
    "scoring_open": _("A scoring is already open in this step. Close it first."),
    "scoring_closed": _("That scoring is closed. Its marks can no longer be changed."),
    "too_many_scorings": _("There are %(limit)s scorings, which is the most."),
    "nothing_to_score": _("There is nothing to give marks to yet. Reveal the notes first."),
    "too_many_items": _(
        "At most %(limit)s can be given marks at once. Cluster first, or choose some of them."
    ),
    "no_such_scale": _("That scale is not part of this scoring."),
    "off_the_scale": _("That mark is not on the scale. It goes from %(low)s to %(high)s."),
    # Looking back
    "no_such_deed": _("That is not among what can be undone."),
    "not_your_deed": _("Only who did this can undo it."),
    "final": _("That cannot be undone, and neither can what came before it."),
    "changed_since": _("Something has changed since, so this can no longer be undone."),
    "undone_already": _("That has been undone already."),
    # What comes of it
    "no_such_action": _("That action is no longer in the list."),
    "no_such_cycle": _("That cycle is no longer in the agenda."),
    "no_such_decision": _("That decision is no longer in the list."),
    "already_taken": _("Someone has already taken this on."),
    "too_many_actions": _("There are %(limit)s actions, which is the most. Remove some first."),
    "too_many_decisions": _("There are %(limit)s decisions, which is the most."),
    "no_actions_here": _("Actions are not written in this step."),
    "two_owners": _(
        "An action has one owner. Who of them does it? Keep %(first)s or another one, and name the rest as helpers."
    ),
    "far_date": _(
        "The year of that date is %(year)s. Write the year with all its digits, from %(first)s to %(last)s."
    ),
    "past_date": _("That day has passed. Choose today or a later one."),
    # Forms, and what comes from an earlier workshop
    "no_form_here": _("There is no form to fill in in this step."),
    "not_asked_for": _(
        "The form has changed since you opened it. Copy what you wrote, then load the page again."
    ),
    "moved_meanwhile": _(
        "Someone has saved version %(version)s meanwhile. Read it, then save yours as the next one; what you wrote is still here."
    ),
    "too_many_sheets": _("There are %(limit)s versions, which is the most."),
    "not_a_workshop": _(
        "That is not the file of a workshop. Choose the workshop.json that was saved."
    ),
    "workshop_too_large": _("That file is larger than the %(limit)s MB that a workshop can be."),
    "newer_workshop": _(
        "That file was saved by a newer Rytme, and holds more than this one knows. Update first, so that nothing of it is lost."
    ),
    "bad_workshop": _(
        "This file does not fit together any more. Look at “%(where)s” in it, or choose one that is as it was saved."
    ),
    "same_id_twice": _("This file holds the same thing twice. Choose one that is as it was saved."),
    "too_much_saved": _(
        "This file holds more than a workshop can: more than %(limit)s of one kind."
    ),
    "not_a_link": _("That is not a facilitator link. It ends with a # and a key."),
    "same_workshop": _("That is this very workshop. Choose an earlier one."),
    "continued_already": _("“%(title)s” has been brought in already."),
    "nothing_to_continue": _("Nothing of it was chosen. Choose what shall come along."),
}


def sentence(refused: Refused, language: str = "") -> str:
    """The sentence of a refusal, in the reader's language; a refusal within it is said there."""
    words = SENTENCES.get(refused.code, SENTENCES["bad_field"])
    language = language or current()
    said = catalogue(language).gettext(words)
    values = {
        name: sentence(value, language) if isinstance(value, Refused) else value
        for name, value in refused.values.items()
    }
    return str(said % defaultdict(lambda: "…", values))
