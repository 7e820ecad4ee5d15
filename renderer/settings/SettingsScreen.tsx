import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../shared/plan/settings.ts'
import { DataSection } from '../data/DataSection.tsx'
import { ReminderFields } from '../reminders/ReminderFields.tsx'
import { RemindersLog } from '../reminders/RemindersLog.tsx'
import { execute, undo, usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { toast } from '../state/toasts.ts'
import { useFormat, useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { weekdayOptions, zoneOptions } from '../ui/choices.ts'
import { DurationField } from '../ui/DurationField.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { FieldRow, Screen, Section } from '../ui/Screen.tsx'
import { Select } from '../ui/Select.tsx'
import { EncryptionSection } from '../vault/EncryptionSection.tsx'
import { AreaList } from './AreaList.tsx'
import { BackgroundFields } from './BackgroundFields.tsx'
import { CalendarFolderFields } from './CalendarFolderFields.tsx'
import { PlanningFields } from './PlanningFields.tsx'
import styles from './Settings.module.css'
import { TimeOffList } from './TimeOffList.tsx'
import { TimerFields } from './TimerFields.tsx'
import { WorkingHours } from './WorkingHours.tsx'

/** The offline data of public holidays is large: it comes with the field that needs it. */
const HolidayFields = onDemand(async () => (await import('./HolidayFields.tsx')).HolidayFields)

const LicencesDialog = onDemand(async () => (await import('../about/LicencesDialog.tsx')).LicencesDialog)

/** Changes some settings; they take effect at once and can be undone. */
function change(settings: Partial<Settings>): void {
  void execute({ type: 'settings/change', change: settings })
}

/** What the planner decides about the plan and the app. */
export function SettingsScreen() {
  const all = useWords()
  const words = all.settings
  return (
    <Screen title={words.title}>
      <General />
      <Section title={words.hours}>
        <WorkingHours />
      </Section>
      <Capacity />
      <Planning />
      <Section title={words.timeOff}>
        <TimeOffList />
      </Section>
      <Reminders />
      <Background />
      <TimerSection />
      <Section title={words.areas}>
        <AreaList />
      </Section>
      <Section title={all.calendar.folder.title}>
        <CalendarFolderFields />
      </Section>
      <DataSection />
      <EncryptionSection />
      <StartOver />
      <About />
    </Screen>
  )
}

function useSettings(): Settings {
  return usePlan((plan) => plan.practice.settings)
}

const languages = ['system', 'en', 'de'] as const
const themes = ['system', 'light', 'dark'] as const

function General() {
  const words = useWords().settings
  const { language: shown } = useFormat()
  const { language, theme, firstWeekday, homeZone } = useSettings()
  const zones = useMemo(() => zoneOptions(homeZone), [homeZone])
  return (
    <Section title={words.general}>
      <FieldRow>
        <Select
          label={words.language}
          options={languages.map((id) => ({ id, label: words.languages[id] }))}
          value={language}
          onChange={(id) => change({ language: languages.find((known) => known === id) ?? 'system' })}
        />
        <Select
          label={words.theme}
          options={themes.map((id) => ({ id, label: words.themes[id] }))}
          value={theme}
          onChange={(id) => change({ theme: themes.find((known) => known === id) ?? 'system' })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={words.firstWeekday}
          options={weekdayOptions(shown)}
          value={String(firstWeekday)}
          onChange={(id) => change({ firstWeekday: Number(id) })}
        />
        <ComboBox
          label={words.homeZone}
          description={words.homeZoneHelp}
          options={zones}
          value={homeZone}
          onChange={(zone) => change({ homeZone: zone })}
        />
      </FieldRow>
    </Section>
  )
}

function Capacity() {
  const words = useWords().settings
  const { reserveMinutes, changeoverMinutes, holidays } = useSettings()
  return (
    <Section title={words.capacity}>
      <FieldRow>
        <DurationField
          label={words.reserve}
          description={words.reserveHelp}
          minutes={reserveMinutes}
          step={30}
          onChange={(minutes) => minutes !== null && change({ reserveMinutes: Math.min(minutes, 10_080) })}
        />
        <DurationField
          label={words.changeover}
          description={words.changeoverHelp}
          minutes={changeoverMinutes}
          step={5}
          onChange={(minutes) => minutes !== null && change({ changeoverMinutes: Math.min(minutes, 480) })}
        />
      </FieldRow>
      <HolidayFields region={holidays} onChange={(region) => change({ holidays: region })} />
    </Section>
  )
}

function Planning() {
  const words = useWords().settings
  const { blocks, focusHours } = useSettings()
  return (
    <Section title={words.planning}>
      <PlanningFields blocks={blocks} focusHours={focusHours} onChange={change} />
    </Section>
  )
}

function Reminders() {
  const words = useWords().reminders
  const { reminders } = useSettings()
  const [isLogOpen, setLogOpen] = useState(false)
  return (
    <Section
      title={words.title}
      actions={
        <Button size="small" onPress={() => setLogOpen(true)}>
          {words.logOpen}
        </Button>
      }
    >
      <ReminderFields reminders={reminders} onChange={(next) => change({ reminders: next })} />
      {isLogOpen ? <RemindersLog onClose={() => setLogOpen(false)} /> : null}
    </Section>
  )
}

function Background() {
  const words = useWords().settings
  const { keepInTray } = useSettings()
  return (
    <Section title={words.background}>
      <BackgroundFields keepInTray={keepInTray} onChange={change} />
    </Section>
  )
}

function TimerSection() {
  const words = useWords().timer
  const { timer } = useSettings()
  return (
    <Section title={words.settings}>
      <TimerFields timer={timer} onChange={change} />
    </Section>
  )
}

function StartOver() {
  const words = useWords().settings
  const startOver = async () => {
    const reply = await execute({ type: 'plan/clear' })
    if (!reply.ok) return
    const undoLabel = wordsNow().app.undo
    toast({
      text: words.startedOver,
      tone: 'done',
      action: { label: undoLabel, run: () => void undo() },
      ofLastStep: true,
    })
  }
  return (
    <Section title={words.startOver}>
      <div className={styles.stack}>
        <p>{words.startOverText}</p>
        <div>
          <Button variant="danger" onPress={() => void startOver()}>
            {words.startOverDo}
          </Button>
        </div>
      </div>
    </Section>
  )
}

function About() {
  const words = useWords().settings
  const version = useStore(planStore, (state) => state.desktop?.version ?? '')
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      title={words.about}
      actions={
        <Button size="small" onPress={() => setOpen(true)}>
          {words.licences.open}
        </Button>
      }
    >
      <p>{words.version(version)}</p>
      <p>{words.aboutText}</p>
      {isOpen ? <LicencesDialog onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}
